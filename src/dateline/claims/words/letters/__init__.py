"""Alphabets: what a word is to those who look for one kind of thing, as one letter."""

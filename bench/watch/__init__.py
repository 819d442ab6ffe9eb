"""Watching a feed: what a day of it costs, and whether anything is missed or told twice."""

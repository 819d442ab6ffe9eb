"""Word lists of English for finding who says what, written for this program."""

"""Who said what, where, when, and on whose word."""

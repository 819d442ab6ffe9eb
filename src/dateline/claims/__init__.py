"""Who said what, where, when, and on whose word.

Nothing is imported here: ``import dateline`` loads this package, so that its name is free for the
public verb.
"""

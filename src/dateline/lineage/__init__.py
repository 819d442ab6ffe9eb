"""Who copied whom: signs of direction, and what follows from them.

Nothing is imported here: ``import dateline`` loads this package, so that its name is free for the
public verb. ``verdict`` judges a pair, ``base`` chooses what versions are read against, ``stemma``
finds the tree of a family.
"""

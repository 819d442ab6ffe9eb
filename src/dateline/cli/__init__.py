"""The command line: one file for each command, ``show`` for what a person reads."""

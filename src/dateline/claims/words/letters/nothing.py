"""The letter of words that an alphabet has nothing to say of."""

NOTHING = "."

"""From a report's text to words, sentences, furniture and damage; every span exact."""

from dateline.text.anatomy import analyse
from dateline.text.fold import fold
from dateline.text.tokens import Tokens, tokenize

__all__ = ["Tokens", "analyse", "fold", "tokenize"]

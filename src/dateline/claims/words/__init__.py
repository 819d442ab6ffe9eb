"""Word classes, and a text cut into words by them."""

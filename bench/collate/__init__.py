"""How fast versions are collated, beside plain word alignment."""

"""Quality floors on real data. They only go up: see ``floors.toml``."""

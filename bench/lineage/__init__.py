"""Copying simulated, so that lineage has a truth to be scored by."""

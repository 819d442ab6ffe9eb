"""The stages put together: on one machine (``local``), later on many."""

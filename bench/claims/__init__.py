"""Reading claims: reports a second, and memory over a long run."""

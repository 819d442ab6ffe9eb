"""One file for each page: its value, how it is made from the archive, and the request for it."""

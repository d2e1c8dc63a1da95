"""Facts in, PDF bytes out. Knows the domain and the wording; never the database or a window."""

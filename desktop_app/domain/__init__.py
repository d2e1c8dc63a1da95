"""The venue in plain Python: no window, no database, no paper. Everyone may enter."""

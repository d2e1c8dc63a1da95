"""The café: its tally from anywhere, and its own screen."""

"""The café: its tally from anywhere (`counter`), and its own screen (`screen`)."""

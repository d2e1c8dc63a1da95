"""The café's screen, with real keys on the demonstration venue."""

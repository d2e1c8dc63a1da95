"""The home screen, with real keys on the demonstration venue."""

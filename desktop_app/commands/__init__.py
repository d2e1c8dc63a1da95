"""The command line without a window: print, list, free, import, backup, doctor. Knows no Qt."""

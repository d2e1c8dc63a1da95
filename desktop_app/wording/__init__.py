"""The words of the program and their translations."""

"""Paper: looking at a sheet before it is saved or printed, in a window beside the desk's."""

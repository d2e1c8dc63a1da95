"""The command line for support and scripts: no window, plain words, documented exit codes.

0 done · 2 the command is badly written · 3 the venue says no, or a value cannot be read ·
4 known trouble (database, file, disk) · 5 `doctor` found something wrong, or `import` refused
lines · 1 a bug. Answers go to standard output in UTF-8, errors to standard error.
"""

DONE, BUG, USAGE, REFUSED, TROUBLE, UNSOUND = 0, 1, 2, 3, 4, 5

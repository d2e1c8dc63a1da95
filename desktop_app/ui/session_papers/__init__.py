"""Papers of a session in a window of their own: attendance sheet, attestations, badges.

Above the screens: it borrows the preview's pages from `paper`. Opened by a `Destination`.
"""

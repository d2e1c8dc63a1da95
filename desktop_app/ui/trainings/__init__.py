"""The screen *Formations*: the list of sessions, and the station where people are checked in."""

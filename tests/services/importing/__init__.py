"""The venue comes from spreadsheets."""

"""Plumbing shared by tests and `./dev`: servers, screens, empty databases. No rule of the trade."""

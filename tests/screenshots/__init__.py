"""Pictures of every screen with demonstration data: `python -m tests.screenshots`."""

"""One step of the tables each, oldest first. Entered by Alembic only."""

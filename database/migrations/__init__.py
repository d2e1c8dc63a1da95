"""Alembic's steps from one shape of the database to the next. Only `database.schema` may enter."""

HEAD = "0005"
"""Revision this program works with. Known without importing Alembic, so that start-up is quick."""

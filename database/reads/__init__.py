"""The screens' questions. Each function takes a connection and answers with frozen rows."""

from sqlalchemy import Connection

__all__ = ["Connection"]

"""A booking may need a way without steps: a need of the event, never kept of a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; nothing that was booked before is known to need it."""
    op.add_column(
        "booking",
        sa.Column("step_free", sa.Boolean(), nullable=False, server_default=sa.false()),
    )

"""Keep when a patient agreed, also once they have withdrawn it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("patient", sa.Column("withdrawn_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("patient", "withdrawn_at")

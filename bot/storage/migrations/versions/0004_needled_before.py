"""Keep which regions were needled shortly before a session."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("enrollment", sa.Column("needled_before", sa.JSON(), server_default="[]", nullable=False))


def downgrade() -> None:
    op.drop_column("enrollment", "needled_before")

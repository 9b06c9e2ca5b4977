"""Keep what a patient answered to the question whether cold is a problem for them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | Sequence[str] | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("patient", sa.Column("cold_is_fine", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("patient", "cold_is_fine")

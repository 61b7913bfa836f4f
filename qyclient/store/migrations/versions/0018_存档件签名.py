"""存档件签名."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    with op.batch_alter_table("signing_key", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file_certificate", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("file_locked", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("signing_key", schema=None) as batch_op:
        batch_op.drop_column("file_locked")
        batch_op.drop_column("file_certificate")

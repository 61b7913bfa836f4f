"""年检进度."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("annual_review") as batch_op:
        batch_op.add_column(sa.Column("sent_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("supervisor_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("received_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("returned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("returned_because", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("concluded_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("published_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("remark", sa.String(), nullable=True))
        batch_op.alter_column("conclusion", existing_type=sa.VARCHAR(length=32), nullable=True)
        batch_op.create_index("ix_annual_review_by_year", ["year", "organization_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM annual_review WHERE conclusion IS NULL")
    with op.batch_alter_table("annual_review") as batch_op:
        batch_op.drop_index("ix_annual_review_by_year")
        batch_op.alter_column("conclusion", existing_type=sa.VARCHAR(length=32), nullable=False)
        batch_op.drop_column("remark")
        batch_op.drop_column("published_on")
        batch_op.drop_column("concluded_on")
        batch_op.drop_column("returned_because")
        batch_op.drop_column("returned_on")
        batch_op.drop_column("received_on")
        batch_op.drop_column("supervisor_on")
        batch_op.drop_column("sent_on")

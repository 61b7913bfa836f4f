"""双人复核."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "two_people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_two_people")),
        sa.UniqueConstraint("step", name=op.f("uq_two_people_step")),
    )
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("in_time", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.drop_column("in_time")
    op.drop_table("two_people")

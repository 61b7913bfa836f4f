"""市局表样."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "official_form",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("open_places", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("filled_on", sa.Date(), nullable=True),
        sa.Column("learned_by", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("blank", sa.LargeBinary(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_form")),
        sa.UniqueConstraint("name", name=op.f("uq_official_form_name")),
    )
    with op.batch_alter_table("official_form", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_official_form_due_on"), ["due_on"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("official_form", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_official_form_due_on"))

    op.drop_table("official_form")

"""到期提醒."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sort", sa.String(length=32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("receiver", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_reminder_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "organization_id",
            "sort",
            "due_on",
            "round",
            name=op.f("uq_reminder_organization_id_sort_due_on_round"),
        ),
    )
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reminder_organization_id"), ["organization_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("reminder") as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_organization_id"))

    op.drop_table("reminder")

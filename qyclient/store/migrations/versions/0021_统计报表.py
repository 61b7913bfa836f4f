"""统计报表."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "statistical_return",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("checked_by", sa.String(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.String(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("medium", sa.String(), nullable=True),
        sa.Column("returned_because", sa.String(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistical_return")),
        sa.UniqueConstraint("kind", "period", name=op.f("uq_statistical_return_kind_period")),
    )
    with op.batch_alter_table("statistical_return", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statistical_return_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_statistical_return_state"), ["state"], unique=False)

    op.create_table(
        "check_explanation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("statistical_return_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statistical_return_id"],
            ["statistical_return.id"],
            name=op.f("fk_check_explanation_statistical_return_id_statistical_return"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_explanation")),
    )
    with op.batch_alter_table("check_explanation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_check_explanation_statistical_return_id"),
            ["statistical_return_id"],
            unique=False,
        )

    op.create_table(
        "return_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("statistical_return_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statistical_return_id"],
            ["statistical_return.id"],
            name=op.f("fk_return_step_statistical_return_id_statistical_return"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_step")),
    )
    with op.batch_alter_table("return_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_return_step_statistical_return_id"),
            ["statistical_return_id"],
            unique=False,
        )

    op.create_table(
        "typed_figure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("statistical_return_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statistical_return_id"],
            ["statistical_return.id"],
            name=op.f("fk_typed_figure_statistical_return_id_statistical_return"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed_figure")),
    )
    with op.batch_alter_table("typed_figure", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_typed_figure_statistical_return_id"),
            ["statistical_return_id"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("typed_figure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_typed_figure_statistical_return_id"))

    op.drop_table("typed_figure")
    with op.batch_alter_table("return_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_return_step_statistical_return_id"))

    op.drop_table("return_step")
    with op.batch_alter_table("check_explanation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_explanation_statistical_return_id"))

    op.drop_table("check_explanation")
    with op.batch_alter_table("statistical_return", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statistical_return_state"))
        batch_op.drop_index(batch_op.f("ix_statistical_return_due_on"))

    op.drop_table("statistical_return")

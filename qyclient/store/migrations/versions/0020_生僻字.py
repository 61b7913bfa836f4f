"""生僻字."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "character_map",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("character", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("mapped_on", sa.Date(), nullable=False),
        sa.Column("mapped_by", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_character_map")),
    )
    with op.batch_alter_table("character_map", schema=None) as batch_op:
        batch_op.create_index(
            "uq_character_map_standing_code",
            ["code"],
            unique=True,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )

    op.create_table(
        "office_font",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holds", sa.Integer(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_font")),
    )


def downgrade() -> None:
    op.drop_table("office_font")
    with op.batch_alter_table("character_map", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_character_map_standing_code",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )

    op.drop_table("character_map")

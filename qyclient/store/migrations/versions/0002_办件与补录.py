"""办件与补录."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "added_area",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_added_area")),
        sa.UniqueConstraint("code", name=op.f("uq_added_area_code")),
    )
    op.create_table(
        "indexed",
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("declared", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("noun", name=op.f("pk_indexed")),
    )
    op.create_table(
        "absent_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_absent_item_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absent_item")),
        sa.UniqueConstraint(
            "organization_id", "item", name=op.f("uq_absent_item_organization_id_item")
        ),
    )
    with op.batch_alter_table("absent_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_absent_item_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "filed_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(length=32), nullable=False),
        sa.Column("piece", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_filed_paper_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filed_paper")),
    )
    with op.batch_alter_table("filed_paper", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_filed_paper_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "legal_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("effective_on", sa.String(length=10), nullable=False),
        sa.Column("decided_on", sa.String(length=10), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_legal_change_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_change")),
    )
    with op.batch_alter_table("legal_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_legal_change_organization_id"), ["organization_id"], unique=False
        )

    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("voided_because", sa.String(), nullable=True))

    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.add_column(sa.Column("checked_alone", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("open_items", sa.Integer(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_organization_name"))
        batch_op.create_index(
            "ix_organization_by_certificate_valid_to",
            ["certificate_valid_to", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_established_on",
            ["established_on", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_id",
            ["id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_legal_rep",
            ["legal_rep", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_name",
            ["name", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_status",
            ["status", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(
            "ix_organization_by_uscc",
            ["uscc", "id"],
            unique=False,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_organization_by_uscc",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_status",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_name",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_legal_rep",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_id",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_established_on",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(
            "ix_organization_by_certificate_valid_to",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_organization_name"), ["name"], unique=False)
        batch_op.drop_column("open_items")
        batch_op.drop_column("checked_alone")

    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.drop_column("voided_because")

    with op.batch_alter_table("legal_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_legal_change_organization_id"))

    op.drop_table("legal_change")
    with op.batch_alter_table("filed_paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_filed_paper_organization_id"))

    op.drop_table("filed_paper")
    with op.batch_alter_table("absent_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absent_item_organization_id"))

    op.drop_table("absent_item")
    op.drop_table("indexed")
    op.drop_table("added_area")

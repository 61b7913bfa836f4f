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
        "operator",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=True),
        sa.Column("payment_limit", sa.BigInteger(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("failed_tries", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
        sa.UniqueConstraint("name", name=op.f("uq_operator_name")),
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
        "credit_listing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on_list", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("lifted_because", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_credit_listing_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit_listing")),
    )
    with op.batch_alter_table("credit_listing", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_credit_listing_organization_id"), ["organization_id"], unique=False
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

    op.create_table(
        "matter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("org_type", sa.String(length=32), nullable=True),
        sa.Column("applicant", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("case_number", sa.String(), nullable=True),
        sa.Column("entered_later", sa.Boolean(), nullable=True),
        sa.Column("extended_days", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("application", sa.JSON(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_matter_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
        sa.UniqueConstraint("number", name=op.f("uq_matter_number")),
    )
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_due_on"), ["due_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_matter_organization_id"), ["organization_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_matter_state"), ["state"], unique=False)

    op.create_table(
        "paper_certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("copy", sa.String(length=32), nullable=False),
        sa.Column("issued_on", sa.String(length=10), nullable=True),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_paper_certificate_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_certificate")),
    )
    with op.batch_alter_table("paper_certificate", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_paper_certificate_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "substitution",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("stand_in_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operator.id"], name=op.f("fk_substitution_operator_id_operator")
        ),
        sa.ForeignKeyConstraint(
            ["stand_in_id"], ["operator.id"], name=op.f("fk_substitution_stand_in_id_operator")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
    )
    with op.batch_alter_table("substitution", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_substitution_operator_id"), ["operator_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_substitution_stand_in_id"), ["stand_in_id"], unique=False
        )

    op.create_table(
        "matter_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("waived_because", sa.String(), nullable=True),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name=op.f("fk_matter_paper_matter_id_matter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_paper")),
    )
    with op.batch_alter_table("matter_paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_paper_matter_id"), ["matter_id"], unique=False)

    op.create_table(
        "matter_pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("notice", sa.String(), nullable=True),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name=op.f("fk_matter_pause_matter_id_matter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_pause")),
    )
    with op.batch_alter_table("matter_pause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_pause_matter_id"), ["matter_id"], unique=False)

    op.create_table(
        "matter_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("acting_for", sa.String(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("alone", sa.Boolean(), nullable=True),
        sa.Column("opinion", sa.String(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name=op.f("fk_matter_step_matter_id_matter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_step")),
    )
    with op.batch_alter_table("matter_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_step_matter_id"), ["matter_id"], unique=False)

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(sa.Column("begun_on", sa.Date(), nullable=True))

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

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.drop_column("begun_on")

    with op.batch_alter_table("matter_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_step_matter_id"))

    op.drop_table("matter_step")
    with op.batch_alter_table("matter_pause", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_pause_matter_id"))

    op.drop_table("matter_pause")
    with op.batch_alter_table("matter_paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_paper_matter_id"))

    op.drop_table("matter_paper")
    with op.batch_alter_table("substitution", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_substitution_stand_in_id"))
        batch_op.drop_index(batch_op.f("ix_substitution_operator_id"))

    op.drop_table("substitution")
    with op.batch_alter_table("paper_certificate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_certificate_organization_id"))

    op.drop_table("paper_certificate")
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_state"))
        batch_op.drop_index(batch_op.f("ix_matter_organization_id"))
        batch_op.drop_index(batch_op.f("ix_matter_due_on"))

    op.drop_table("matter")
    with op.batch_alter_table("legal_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_legal_change_organization_id"))

    op.drop_table("legal_change")
    with op.batch_alter_table("filed_paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_filed_paper_organization_id"))

    op.drop_table("filed_paper")
    with op.batch_alter_table("credit_listing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credit_listing_organization_id"))

    op.drop_table("credit_listing")
    with op.batch_alter_table("absent_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absent_item_organization_id"))

    op.drop_table("absent_item")
    op.drop_table("operator")
    op.drop_table("indexed")
    op.drop_table("added_area")

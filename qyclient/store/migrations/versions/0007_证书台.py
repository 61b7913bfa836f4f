"""证书台."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "calibration",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("tray", sa.String(), nullable=False),
        sa.Column("paper", sa.String(length=32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("check_by", sa.Date(), nullable=False),
        sa.Column("dx", sa.BigInteger(), nullable=False),
        sa.Column("dy", sa.BigInteger(), nullable=False),
        sa.Column("scale_x", sa.BigInteger(), nullable=False),
        sa.Column("scale_y", sa.BigInteger(), nullable=False),
        sa.Column("lean_x", sa.BigInteger(), nullable=False),
        sa.Column("lean_y", sa.BigInteger(), nullable=False),
        sa.Column("residual", sa.BigInteger(), nullable=False),
        sa.Column("driver", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration")),
    )
    op.create_table(
        "office_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("backdrop", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_template")),
        sa.UniqueConstraint("stock", "edition", name=op.f("uq_office_template_stock_edition")),
    )
    op.create_table(
        "signature_term",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signatory", sa.String(), nullable=True),
        sa.Column("office_name", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature_term")),
    )
    op.create_table(
        "signing_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("public", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("on_stock", sa.Boolean(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("locked", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
    )
    op.create_table(
        "stock_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(length=32), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("first_serial", sa.String(), nullable=False),
        sa.Column("last_serial", sa.String(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("handled_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_entry")),
    )
    op.create_table(
        "blank",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("used_for", sa.String(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_blank_entry_id_stock_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank")),
        sa.UniqueConstraint("stock", "serial", name=op.f("uq_blank_stock_serial")),
    )
    with op.batch_alter_table("blank", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_blank_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_blank_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_blank_stock"), ["stock"], unique=False)

    op.create_table(
        "issue",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("duplicates", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("signatory", sa.String(), nullable=True),
        sa.Column("stock_number", sa.String(), nullable=True),
        sa.Column("because", sa.String(), nullable=True),
        sa.Column("notice", sa.String(), nullable=True),
        sa.Column("receiver", sa.String(), nullable=True),
        sa.Column("identity_checked", sa.Boolean(), nullable=True),
        sa.Column("receiver_phone", sa.String(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("handed_by", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name=op.f("fk_issue_matter_id_matter")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_issue_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
        sa.UniqueConstraint("number", name=op.f("uq_issue_number")),
    )
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_matter_id"), ["matter_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_issue_organization_id"), ["organization_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_issue_state"), ["state"], unique=False)

    op.create_table(
        "old_copy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("copy", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("certificate_id", sa.Uuid(), nullable=True),
        sa.Column("paper_id", sa.Uuid(), nullable=True),
        sa.Column("issue_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"], ["issue.id"], name=op.f("fk_old_copy_issue_id_issue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_old_copy")),
    )
    with op.batch_alter_table("old_copy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_old_copy_issue_id"), ["issue_id"], unique=False)

    op.create_table(
        "correction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reissued", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("wrong", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=False),
        sa.Column("approver", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_correction_certificate_id_certificate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_correction_certificate_id"), ["certificate_id"], unique=False
        )

    op.create_table(
        "print_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("tray", sa.String(), nullable=True),
        sa.Column("begun_at", sa.String(), nullable=False),
        sa.Column("sent_at", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.Column("blank_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["blank_id"], ["blank.id"], name=op.f("fk_print_log_blank_id_blank")
        ),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_print_log_certificate_id_certificate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_log")),
    )
    with op.batch_alter_table("print_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_log_blank_id"), ["blank_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_print_log_certificate_id"), ["certificate_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_print_log_outcome"), ["outcome"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_log_run"), ["run"], unique=False)

    op.create_table(
        "correction_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sort", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("correction_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"],
            ["correction.id"],
            name=op.f("fk_correction_item_correction_id_correction"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_item")),
    )
    with op.batch_alter_table("correction_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_correction_item_correction_id"), ["correction_id"], unique=False
        )

    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("copy_number", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("blank_serial", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("status_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("statement", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("issue_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_certificate_issue_id"), ["issue_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_certificate_issue_id_issue"), "issue", ["issue_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_certificate_issue_id_issue"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_certificate_issue_id"))
        batch_op.drop_column("issue_id")
        batch_op.drop_column("statement")
        batch_op.drop_column("status_on")
        batch_op.drop_column("blank_serial")
        batch_op.drop_column("copy_number")

    with op.batch_alter_table("correction_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_item_correction_id"))

    op.drop_table("correction_item")
    with op.batch_alter_table("print_log", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_log_run"))
        batch_op.drop_index(batch_op.f("ix_print_log_outcome"))
        batch_op.drop_index(batch_op.f("ix_print_log_certificate_id"))
        batch_op.drop_index(batch_op.f("ix_print_log_blank_id"))

    op.drop_table("print_log")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_certificate_id"))

    op.drop_table("correction")
    with op.batch_alter_table("old_copy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_old_copy_issue_id"))

    op.drop_table("old_copy")
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_issue_state"))
        batch_op.drop_index(batch_op.f("ix_issue_organization_id"))
        batch_op.drop_index(batch_op.f("ix_issue_matter_id"))

    op.drop_table("issue")
    with op.batch_alter_table("blank", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_blank_stock"))
        batch_op.drop_index(batch_op.f("ix_blank_state"))
        batch_op.drop_index(batch_op.f("ix_blank_entry_id"))

    op.drop_table("blank")
    op.drop_table("stock_entry")
    op.drop_table("signing_key")
    op.drop_table("signature_term")
    op.drop_table("office_template")
    op.drop_table("calibration")

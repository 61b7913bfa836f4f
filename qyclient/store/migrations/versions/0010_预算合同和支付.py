"""预算合同和支付."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "budget_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("purchaser", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
        sa.UniqueConstraint("number", name=op.f("uq_budget_line_number")),
    )
    op.create_table(
        "outside_contractor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("registrar", sa.String(), nullable=True),
        sa.Column("legal_rep", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_contractor")),
        sa.UniqueConstraint("name", name=op.f("uq_outside_contractor_name")),
    )
    op.create_table(
        "budget_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["line_id"], ["budget_line.id"], name=op.f("fk_budget_entry_line_id_budget_line")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["budget_line.id"], name=op.f("fk_budget_entry_other_id_budget_line")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_entry")),
    )
    with op.batch_alter_table("budget_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_entry_line_id"), ["line_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_budget_entry_other_id"), ["other_id"], unique=False)

    op.create_table(
        "outside_proof",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("contractor_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contractor_id"],
            ["outside_contractor.id"],
            name=op.f("fk_outside_proof_contractor_id_outside_contractor"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_proof")),
    )
    with op.batch_alter_table("outside_proof", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outside_proof_contractor_id"), ["contractor_id"], unique=False
        )

    op.create_table(
        "amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("delta", sa.BigInteger(), nullable=True),
        sa.Column("end_before", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("payee", sa.String(), nullable=True),
        sa.Column("payee_bank", sa.String(), nullable=True),
        sa.Column("payee_account", sa.String(), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_amendment_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        sa.UniqueConstraint("contract_id", "number", name=op.f("uq_amendment_contract_id_number")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "bid",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bidder", sa.String(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_bid_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bid")),
    )
    with op.batch_alter_table("bid", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bid_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "contract_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("requirement", sa.String(), nullable=True),
        sa.Column("by_amendment", sa.Integer(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_line_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_line")),
    )
    with op.batch_alter_table("contract_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contract_line_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "contract_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("opinion", sa.String(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_contract_step_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_step")),
    )
    with op.batch_alter_table("contract_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contract_step_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "deliverable",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_deliverable_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliverable")),
    )
    with op.batch_alter_table("deliverable", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deliverable_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "eligibility_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(length=32), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("eligible", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_eligibility_check_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eligibility_check")),
    )
    with op.batch_alter_table("eligibility_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_eligibility_check_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "verdict",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("grade", sa.String(length=32), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("report", sa.String(), nullable=True),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("alone", sa.Boolean(), nullable=True),
        sa.Column("rectify_until", sa.Date(), nullable=True),
        sa.Column("rectified_on", sa.Date(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_verdict_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
    )
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_verdict_contract_id"), ["contract_id"], unique=False)

    op.create_table(
        "deduction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("instalment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalment.id"], name=op.f("fk_deduction_instalment_id_instalment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deduction")),
    )
    with op.batch_alter_table("deduction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deduction_instalment_id"), ["instalment_id"], unique=False
        )

    op.create_table(
        "payment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("settles", sa.Boolean(), nullable=False),
        sa.Column("payee", sa.String(), nullable=False),
        sa.Column("payee_bank", sa.String(), nullable=True),
        sa.Column("payee_account", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=True),
        sa.Column("voucher_no", sa.String(), nullable=True),
        sa.Column("is_opening", sa.Boolean(), nullable=True),
        sa.Column("arithmetic", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("instalment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_payment_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalment.id"], name=op.f("fk_payment_instalment_id_instalment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("number", name=op.f("uq_payment_number")),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_contract_id"), ["contract_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_payment_instalment_id"), ["instalment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_payment_status"), ["status"], unique=False)

    op.create_table(
        "instalment_release",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.Column("instalment_id", sa.Uuid(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["instalment_id"],
            ["instalment.id"],
            name=op.f("fk_instalment_release_instalment_id_instalment"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_instalment_release_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment_release")),
    )
    with op.batch_alter_table("instalment_release", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_instalment_release_instalment_id"), ["instalment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_instalment_release_payment_id"), ["payment_id"], unique=False
        )

    op.create_table(
        "invoice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("buyer", sa.String(), nullable=False),
        sa.Column("seller", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_invoice_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_invoice_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("code", "number", name=op.f("uq_invoice_code_number")),
    )
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invoice_contract_id"), ["contract_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invoice_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "payment_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("alone", sa.Boolean(), nullable=True),
        sa.Column("opinion", sa.String(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_payment_step_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_step")),
    )
    with op.batch_alter_table("payment_step", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_payment_step_payment_id"), ["payment_id"], unique=False
        )

    op.create_table(
        "refund",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("restores", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_refund_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund")),
    )
    with op.batch_alter_table("refund", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refund_payment_id"), ["payment_id"], unique=False)

    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.add_column(sa.Column("catalogue_item", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("procurement_item", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("plan_no", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("method_reason", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("beneficiary_area", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("award_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("award_notice", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("supplier", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("term_reason", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("late_reason", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("place", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("standard", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("breach", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("subcontracting", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("deposit", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("deposit_received_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("deposit_returned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("payee", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("payee_bank", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("payee_account", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("published_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("filed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("filing_no", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("rectify_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("delivered_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("accepted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("terminated_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("terminated_because", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("settled_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("archive_box", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("is_opening", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("outside_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("amount", existing_type=sa.BigInteger(), nullable=True)
        batch_op.alter_column("contractor_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_index(batch_op.f("ix_contract_outside_id"), ["outside_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contract_status"), ["status"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_contract_outside_id_outside_contractor"),
            "outside_contractor",
            ["outside_id"],
            ["id"],
        )

    with op.batch_alter_table("instalment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("year", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("milestone", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("line_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_instalment_line_id"), ["line_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_instalment_line_id_budget_line"), "budget_line", ["line_id"], ["id"]
        )
    op.execute("UPDATE contract SET status = 'PLANNED' WHERE status = 'DRAFT'")


def downgrade() -> None:
    with op.batch_alter_table("instalment", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_instalment_line_id_budget_line"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_instalment_line_id"))
        batch_op.drop_column("line_id")
        batch_op.drop_column("milestone")
        batch_op.drop_column("year")

    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_contract_outside_id_outside_contractor"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_contract_status"))
        batch_op.drop_index(batch_op.f("ix_contract_outside_id"))
        batch_op.drop_column("outside_id")
        batch_op.drop_column("is_opening")
        batch_op.drop_column("archive_box")
        batch_op.drop_column("settled_on")
        batch_op.drop_column("terminated_because")
        batch_op.drop_column("terminated_on")
        batch_op.drop_column("accepted_on")
        batch_op.drop_column("delivered_on")
        batch_op.drop_column("rectify_until")
        batch_op.drop_column("filing_no")
        batch_op.drop_column("filed_on")
        batch_op.drop_column("published_on")
        batch_op.drop_column("payee_account")
        batch_op.drop_column("payee_bank")
        batch_op.drop_column("payee")
        batch_op.drop_column("deposit_returned_on")
        batch_op.drop_column("deposit_received_on")
        batch_op.drop_column("deposit")
        batch_op.drop_column("subcontracting")
        batch_op.drop_column("breach")
        batch_op.drop_column("standard")
        batch_op.drop_column("place")
        batch_op.drop_column("late_reason")
        batch_op.drop_column("term_reason")
        batch_op.drop_column("supplier")
        batch_op.drop_column("award_notice")
        batch_op.drop_column("award_on")
        batch_op.drop_column("beneficiary_area")
        batch_op.drop_column("method_reason")
        batch_op.drop_column("plan_no")
        batch_op.drop_column("procurement_item")
        batch_op.drop_column("catalogue_item")

    with op.batch_alter_table("refund", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refund_payment_id"))

    op.drop_table("refund")
    with op.batch_alter_table("payment_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_step_payment_id"))

    op.drop_table("payment_step")
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invoice_payment_id"))
        batch_op.drop_index(batch_op.f("ix_invoice_contract_id"))

    op.drop_table("invoice")
    with op.batch_alter_table("instalment_release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instalment_release_payment_id"))
        batch_op.drop_index(batch_op.f("ix_instalment_release_instalment_id"))

    op.drop_table("instalment_release")
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_status"))
        batch_op.drop_index(batch_op.f("ix_payment_instalment_id"))
        batch_op.drop_index(batch_op.f("ix_payment_contract_id"))

    op.drop_table("payment")
    with op.batch_alter_table("deduction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deduction_instalment_id"))

    op.drop_table("deduction")
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_verdict_contract_id"))

    op.drop_table("verdict")
    with op.batch_alter_table("eligibility_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_eligibility_check_contract_id"))

    op.drop_table("eligibility_check")
    with op.batch_alter_table("deliverable", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deliverable_contract_id"))

    op.drop_table("deliverable")
    with op.batch_alter_table("contract_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_step_contract_id"))

    op.drop_table("contract_step")
    with op.batch_alter_table("contract_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_line_contract_id"))

    op.drop_table("contract_line")
    with op.batch_alter_table("bid", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bid_contract_id"))

    op.drop_table("bid")
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_amendment_contract_id"))

    op.drop_table("amendment")
    with op.batch_alter_table("outside_proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outside_proof_contractor_id"))

    op.drop_table("outside_proof")
    with op.batch_alter_table("budget_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_budget_entry_other_id"))
        batch_op.drop_index(batch_op.f("ix_budget_entry_line_id"))

    op.drop_table("budget_entry")
    op.drop_table("outside_contractor")
    op.drop_table("budget_line")

"""登记簿."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


SEARCH = (
    "CREATE TABLE search_text (row INTEGER PRIMARY KEY,"
    " record_id CHAR(32) NOT NULL, folded VARCHAR NOT NULL)",
    "CREATE UNIQUE INDEX ix_search_text_record ON search_text (record_id)",
    "CREATE VIRTUAL TABLE search_pair USING fts5(pairs, content='', contentless_delete=1,"
    " detail=none, tokenize='ascii', prefix='1')",
)


def upgrade() -> None:
    op.create_table(
        "access",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("deed", sa.String(length=20), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=True),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_access")),
    )
    op.create_table(
        "draft",
        sa.Column("form", sa.String(length=120), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("form", "operator", name=op.f("pk_draft")),
    )
    op.create_table(
        "history",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("transaction", sa.Uuid(), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("action", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changes", sa.String(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_history")),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index("ix_history_record", ["noun", "record_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_history_transaction"), ["transaction"], unique=False)

    op.create_table(
        "intake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("files", sa.String(), nullable=False),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("transaction", sa.Uuid(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
    )
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_transaction"), ["transaction"], unique=False)

    op.create_table(
        "matching",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("headings", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matching")),
        sa.UniqueConstraint("name", name=op.f("uq_matching_name")),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("scope_suffix", sa.String(), nullable=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "organization",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("org_type", sa.String(length=32), nullable=False),
        sa.Column("unit_kind", sa.String(length=32), nullable=True),
        sa.Column("uscc", sa.String(), nullable=True),
        sa.Column("legacy_cert_no", sa.String(), nullable=True),
        sa.Column("org_code", sa.String(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("established_on", sa.String(length=10), nullable=True),
        sa.Column("legal_rep", sa.String(), nullable=True),
        sa.Column("legal_rep_id_type", sa.String(length=32), nullable=True),
        sa.Column("legal_rep_id_no", sa.String(), nullable=True),
        sa.Column("residence", sa.String(), nullable=True),
        sa.Column("business_supervisor", sa.String(), nullable=True),
        sa.Column("fund_amount", sa.BigInteger(), nullable=True),
        sa.Column("activity_area", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("business_scope", sa.String(), nullable=True),
        sa.Column("business_scope_print", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("mailing_address", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("fax", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("town", sa.String(), nullable=True),
        sa.Column("supervision_mode", sa.String(length=32), nullable=True),
        sa.Column("guidance_unit", sa.String(), nullable=True),
        sa.Column("industry_department", sa.String(), nullable=True),
        sa.Column("party_leading_organ", sa.String(), nullable=True),
        sa.Column("has_party_organization", sa.Boolean(), nullable=True),
        sa.Column("registration_authority", sa.String(), nullable=True),
        sa.Column("area_code", sa.String(), nullable=True),
        sa.Column("industry", sa.String(length=32), nullable=True),
        sa.Column("is_charity", sa.Boolean(), nullable=True),
        sa.Column("is_hub", sa.Boolean(), nullable=True),
        sa.Column("org_grade", sa.String(length=32), nullable=True),
        sa.Column("grade_from", sa.Date(), nullable=True),
        sa.Column("grade_to", sa.Date(), nullable=True),
        sa.Column("certificate_valid_from", sa.Date(), nullable=True),
        sa.Column("certificate_valid_to", sa.Date(), nullable=True),
        sa.Column("unit_members", sa.Integer(), nullable=True),
        sa.Column("individual_members", sa.Integer(), nullable=True),
        sa.Column("directors", sa.Integer(), nullable=True),
        sa.Column("standing_directors", sa.Integer(), nullable=True),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("english_name", sa.String(), nullable=True),
        sa.Column("abbreviation", sa.String(), nullable=True),
        sa.Column("former_names", sa.String(), nullable=True),
        sa.Column("premises_source", sa.String(length=32), nullable=True),
        sa.Column("premises_owner", sa.String(), nullable=True),
        sa.Column("premises_square_metres", sa.Integer(), nullable=True),
        sa.Column("lease_until", sa.Date(), nullable=True),
        sa.Column("contributors", sa.String(), nullable=True),
        sa.Column("verified_by", sa.String(), nullable=True),
        sa.Column("fund_source", sa.String(), nullable=True),
        sa.Column("supervisor_contact", sa.String(), nullable=True),
        sa.Column("code_exception", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("paper_file", sa.String(), nullable=True),
        sa.Column("entered_by", sa.String(), nullable=True),
        sa.Column("checked_by", sa.String(), nullable=True),
        sa.Column("voided_because", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organization_legacy_cert_no"), ["legacy_cert_no"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_organization_name"), ["name"], unique=False)
        batch_op.create_index(
            "uq_organization_uscc",
            ["uscc"],
            unique=True,
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )

    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("noun", "name", name=op.f("uq_saved_view_noun_name")),
    )
    op.create_table(
        "annual_review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("conclusion", sa.String(length=32), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_annual_review_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_review")),
        sa.UniqueConstraint(
            "organization_id", "year", name=op.f("uq_annual_review_organization_id_year")
        ),
    )
    with op.batch_alter_table("annual_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_annual_review_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("values_sha256", sa.String(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_certificate_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_certificate_organization_id"), ["organization_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_certificate_values_sha256"), ["values_sha256"], unique=False
        )

    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("promise", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("kept_on", sa.Date(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_contact_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "contract",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("contract_no", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purchaser", sa.String(), nullable=False),
        sa.Column("service_kind", sa.String(length=32), nullable=False),
        sa.Column("method", sa.String(length=32), nullable=True),
        sa.Column("budget_amount", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("contractor_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contractor_id"],
            ["organization.id"],
            name=op.f("fk_contract_contractor_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint("contract_no", name=op.f("uq_contract_contract_no")),
    )
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contract_contractor_id"), ["contractor_id"], unique=False
        )

    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_distinct_pair_organization_id_organization"),
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["organization.id"], name=op.f("fk_distinct_pair_other_id_organization")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
    )
    with op.batch_alter_table("distinct_pair", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_distinct_pair_organization_id"), ["organization_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_distinct_pair_other_id"), ["other_id"], unique=False)

    op.create_table(
        "officer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.Column("term_start", sa.String(length=10), nullable=True),
        sa.Column("term_end", sa.String(length=10), nullable=True),
        sa.Column("id_type", sa.String(length=32), nullable=True),
        sa.Column("id_no", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("gender", sa.String(length=32), nullable=True),
        sa.Column("political_status", sa.String(length=32), nullable=True),
        sa.Column("work_unit", sa.String(), nullable=True),
        sa.Column("is_full_time", sa.Boolean(), nullable=True),
        sa.Column("approval", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_officer_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
    )
    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_officer_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "remark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_remark_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_remark_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "evaluation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("evaluated_on", sa.Date(), nullable=False),
        sa.Column("evaluator", sa.String(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_evaluation_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("contract_id", "stage", name=op.f("uq_evaluation_contract_id_stage")),
    )
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_evaluation_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "instalment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("waits_for", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_instalment_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
    )
    with op.batch_alter_table("instalment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_instalment_contract_id"), ["contract_id"], unique=False
        )

    for statement in SEARCH:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE search_pair")
    op.execute("DROP TABLE search_text")
    with op.batch_alter_table("instalment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instalment_contract_id"))

    op.drop_table("instalment")
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_contract_id"))

    op.drop_table("evaluation")
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remark_organization_id"))

    op.drop_table("remark")
    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_officer_organization_id"))

    op.drop_table("officer")
    with op.batch_alter_table("distinct_pair", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_distinct_pair_other_id"))
        batch_op.drop_index(batch_op.f("ix_distinct_pair_organization_id"))

    op.drop_table("distinct_pair")
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_contractor_id"))

    op.drop_table("contract")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_organization_id"))

    op.drop_table("contact")
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificate_values_sha256"))
        batch_op.drop_index(batch_op.f("ix_certificate_organization_id"))

    op.drop_table("certificate")
    with op.batch_alter_table("annual_review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annual_review_organization_id"))

    op.drop_table("annual_review")
    op.drop_table("saved_view")
    with op.batch_alter_table("organization", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_organization_uscc",
            sqlite_where=sa.text("voided_because IS NULL"),
            postgresql_where=sa.text("voided_because IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_organization_name"))
        batch_op.drop_index(batch_op.f("ix_organization_legacy_cert_no"))

    op.drop_table("organization")
    op.drop_table("office")
    op.drop_table("matching")
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_transaction"))

    op.drop_table("intake")
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_history_transaction"))
        batch_op.drop_index("ix_history_record")

    op.drop_table("history")
    op.drop_table("draft")
    op.drop_table("access")

"""职能转移与服务记录."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "catalogue",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue")),
        sa.UniqueConstraint("name", name=op.f("uq_catalogue_name")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("convener", sa.String(), nullable=False),
        sa.Column("attendees", sa.String(), nullable=False),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("title", name=op.f("uq_meeting_title")),
    )
    op.create_table(
        "station",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("upper", sa.String(), nullable=True),
        sa.Column("town", sa.String(), nullable=True),
        sa.Column("head", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station")),
        sa.UniqueConstraint("name", name=op.f("uq_station_name")),
    )
    op.create_table(
        "training_class",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("trainer", sa.String(), nullable=True),
        sa.Column("enrolled", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=True),
        sa.Column("passed", sa.Integer(), nullable=True),
        sa.Column("budget", sa.BigInteger(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_class")),
        sa.UniqueConstraint("name", name=op.f("uq_training_class_name")),
    )
    op.create_table(
        "village_council",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("village", sa.String(), nullable=False),
        sa.Column("natural_village", sa.String(), nullable=True),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("term_to", sa.Date(), nullable=True),
        sa.Column("chair", sa.String(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_village_council")),
        sa.UniqueConstraint("name", name=op.f("uq_village_council_name")),
    )
    op.create_table(
        "catalogue_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("upper", sa.String(), nullable=True),
        sa.Column("service_kind", sa.String(length=32), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("catalogue_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["catalogue_id"],
            ["catalogue.id"],
            name=op.f("fk_catalogue_item_catalogue_id_catalogue"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_item")),
        sa.UniqueConstraint(
            "catalogue_id", "code", name=op.f("uq_catalogue_item_catalogue_id_code")
        ),
    )
    with op.batch_alter_table("catalogue_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_catalogue_item_catalogue_id"), ["catalogue_id"], unique=False
        )

    op.create_table(
        "council_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("ayes", sa.Integer(), nullable=False),
        sa.Column("noes", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"],
            ["village_council.id"],
            name=op.f("fk_council_decision_council_id_village_council"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_decision")),
    )
    with op.batch_alter_table("council_decision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_council_decision_council_id"), ["council_id"], unique=False
        )

    op.create_table(
        "directory_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("service_field", sa.String(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("full_time", sa.Integer(), nullable=True),
        sa.Column("has_finance", sa.Boolean(), nullable=True),
        sa.Column("has_premises", sa.Boolean(), nullable=True),
        sa.Column("publicity_from", sa.Date(), nullable=True),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_directory_entry_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_entry")),
        sa.UniqueConstraint("number", name=op.f("uq_directory_entry_number")),
    )
    with op.batch_alter_table("directory_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_directory_entry_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "function_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("proposed_by", sa.String(), nullable=True),
        sa.Column("selection", sa.String(), nullable=True),
        sa.Column("conditions", sa.String(), nullable=True),
        sa.Column("funding", sa.String(), nullable=True),
        sa.Column("agreement", sa.String(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("supervision", sa.String(), nullable=True),
        sa.Column("risk", sa.String(), nullable=True),
        sa.Column("withdrawn_because", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("recipient_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["organization.id"],
            name=op.f("fk_function_item_recipient_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_function_item")),
        sa.UniqueConstraint("number", name=op.f("uq_function_item_number")),
    )
    with op.batch_alter_table("function_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_function_item_recipient_id"), ["recipient_id"], unique=False
        )

    op.create_table(
        "pilot",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("service_field", sa.String(), nullable=True),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("promoted", sa.Boolean(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_pilot_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pilot")),
        sa.UniqueConstraint("name", name=op.f("uq_pilot_name")),
    )
    with op.batch_alter_table("pilot", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_pilot_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "social_worker",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("certificate_no", sa.String(), nullable=True),
        sa.Column("training_hours", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("volunteers", sa.Integer(), nullable=True),
        sa.Column("volunteer_hours", sa.Integer(), nullable=True),
        sa.Column("paired_since", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_social_worker_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_worker")),
    )
    with op.batch_alter_table("social_worker", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_social_worker_organization_id"), ["organization_id"], unique=False
        )

    op.create_table(
        "challenge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("supplier", sa.String(), nullable=False),
        sa.Column("knew_on", sa.Date(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["contract.id"], name=op.f("fk_challenge_project_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_challenge_project_id"), ["project_id"], unique=False)

    op.create_table(
        "meeting_opinion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opinion", sa.String(length=32), nullable=False),
        sa.Column("department_said", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["function_item.id"], name=op.f("fk_meeting_opinion_item_id_function_item")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_opinion_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_opinion")),
        sa.UniqueConstraint(
            "meeting_id", "item_id", name=op.f("uq_meeting_opinion_meeting_id_item_id")
        ),
    )
    with op.batch_alter_table("meeting_opinion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_opinion_item_id"), ["item_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_meeting_opinion_meeting_id"), ["meeting_id"], unique=False
        )

    op.create_table(
        "need",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("consulted", sa.String(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["contract.id"], name=op.f("fk_need_project_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_project_id"), ["project_id"], unique=False)

    op.create_table(
        "sample_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_sample_check_contract_id_contract")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_check")),
    )
    with op.batch_alter_table("sample_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sample_check_contract_id"), ["contract_id"], unique=False
        )

    op.create_table(
        "service_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("type", sa.String(length=32), nullable=False),
        sa.Column("served_on", sa.Date(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("beneficiaries", sa.Integer(), nullable=True),
        sa.Column("worker", sa.String(), nullable=True),
        sa.Column("volunteers", sa.Integer(), nullable=True),
        sa.Column("volunteer_hours", sa.BigInteger(), nullable=True),
        sa.Column("way", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("checked_how", sa.String(), nullable=True),
        sa.Column("checked_by", sa.String(), nullable=True),
        sa.Column("checked_because", sa.String(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("station_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_service_record_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["station_id"], ["station.id"], name=op.f("fk_service_record_station_id_station")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_record")),
        sa.UniqueConstraint("number", name=op.f("uq_service_record_number")),
    )
    with op.batch_alter_table("service_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_record_contract_id"), ["contract_id"], unique=False
        )
        batch_op.create_index(
            "ix_service_record_counted", ["contract_id", "status", "type"], unique=False
        )
        batch_op.create_index(
            "ix_service_record_network", ["station_id", "served_on", "item"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_service_record_station_id"), ["station_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("service_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_record_station_id"))
        batch_op.drop_index("ix_service_record_network")
        batch_op.drop_index("ix_service_record_counted")
        batch_op.drop_index(batch_op.f("ix_service_record_contract_id"))

    op.drop_table("service_record")
    with op.batch_alter_table("sample_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sample_check_contract_id"))

    op.drop_table("sample_check")
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_need_project_id"))

    op.drop_table("need")
    with op.batch_alter_table("meeting_opinion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_opinion_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_opinion_item_id"))

    op.drop_table("meeting_opinion")
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_challenge_project_id"))

    op.drop_table("challenge")
    with op.batch_alter_table("social_worker", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_social_worker_organization_id"))

    op.drop_table("social_worker")
    with op.batch_alter_table("pilot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pilot_organization_id"))

    op.drop_table("pilot")
    with op.batch_alter_table("function_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_function_item_recipient_id"))

    op.drop_table("function_item")
    with op.batch_alter_table("directory_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_directory_entry_organization_id"))

    op.drop_table("directory_entry")
    with op.batch_alter_table("council_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_council_decision_council_id"))

    op.drop_table("council_decision")
    with op.batch_alter_table("catalogue_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_catalogue_item_catalogue_id"))

    op.drop_table("catalogue_item")
    op.drop_table("village_council")
    op.drop_table("training_class")
    op.drop_table("station")
    op.drop_table("meeting")
    op.drop_table("catalogue")

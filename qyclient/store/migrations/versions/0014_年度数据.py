"""年度数据."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "year_figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("party_members", sa.Integer(), nullable=True),
        sa.Column("college", sa.Integer(), nullable=True),
        sa.Column("bachelor", sa.Integer(), nullable=True),
        sa.Column("assistant_social_workers", sa.Integer(), nullable=True),
        sa.Column("social_workers", sa.Integer(), nullable=True),
        sa.Column("aged_35", sa.Integer(), nullable=True),
        sa.Column("aged_45", sa.Integer(), nullable=True),
        sa.Column("aged_55", sa.Integer(), nullable=True),
        sa.Column("aged_56", sa.Integer(), nullable=True),
        sa.Column("leaders", sa.Integer(), nullable=True),
        sa.Column("women_leaders", sa.Integer(), nullable=True),
        sa.Column("officials", sa.Integer(), nullable=True),
        sa.Column("volunteers", sa.Integer(), nullable=True),
        sa.Column("branches", sa.Integer(), nullable=True),
        sa.Column("publications", sa.Integer(), nullable=True),
        sa.Column("accounting", sa.String(length=32), nullable=True),
        sa.Column("fixed_assets", sa.BigInteger(), nullable=True),
        sa.Column("carried_over", sa.BigInteger(), nullable=True),
        sa.Column("depreciation", sa.BigInteger(), nullable=True),
        sa.Column("operating_income", sa.BigInteger(), nullable=True),
        sa.Column("operating_cost", sa.BigInteger(), nullable=True),
        sa.Column("operating_taxes", sa.BigInteger(), nullable=True),
        sa.Column("selling_costs", sa.BigInteger(), nullable=True),
        sa.Column("management_costs", sa.BigInteger(), nullable=True),
        sa.Column("taxes", sa.BigInteger(), nullable=True),
        sa.Column("travel", sa.BigInteger(), nullable=True),
        sa.Column("financial_costs", sa.BigInteger(), nullable=True),
        sa.Column("interest", sa.BigInteger(), nullable=True),
        sa.Column("fair_value_gains", sa.BigInteger(), nullable=True),
        sa.Column("investment_income", sa.BigInteger(), nullable=True),
        sa.Column("operating_profit", sa.BigInteger(), nullable=True),
        sa.Column("payroll", sa.BigInteger(), nullable=True),
        sa.Column("income", sa.BigInteger(), nullable=True),
        sa.Column("undertaking_income", sa.BigInteger(), nullable=True),
        sa.Column("business_income", sa.BigInteger(), nullable=True),
        sa.Column("donation_income", sa.BigInteger(), nullable=True),
        sa.Column("fee_income", sa.BigInteger(), nullable=True),
        sa.Column("expenditure", sa.BigInteger(), nullable=True),
        sa.Column("wages", sa.BigInteger(), nullable=True),
        sa.Column("goods_and_services", sa.BigInteger(), nullable=True),
        sa.Column("welfare", sa.BigInteger(), nullable=True),
        sa.Column("labour", sa.BigInteger(), nullable=True),
        sa.Column("heating", sa.BigInteger(), nullable=True),
        sa.Column("business_travel", sa.BigInteger(), nullable=True),
        sa.Column("subsidies", sa.BigInteger(), nullable=True),
        sa.Column("grants_in_aid", sa.BigInteger(), nullable=True),
        sa.Column("pensions", sa.BigInteger(), nullable=True),
        sa.Column("living_allowances", sa.BigInteger(), nullable=True),
        sa.Column("balance", sa.BigInteger(), nullable=True),
        sa.Column("business_taxes", sa.BigInteger(), nullable=True),
        sa.Column("costs", sa.BigInteger(), nullable=True),
        sa.Column("activity_costs", sa.BigInteger(), nullable=True),
        sa.Column("activity_staff", sa.BigInteger(), nullable=True),
        sa.Column("activity_daily", sa.BigInteger(), nullable=True),
        sa.Column("activity_depreciation", sa.BigInteger(), nullable=True),
        sa.Column("activity_taxes", sa.BigInteger(), nullable=True),
        sa.Column("admin_costs", sa.BigInteger(), nullable=True),
        sa.Column("admin_staff", sa.BigInteger(), nullable=True),
        sa.Column("admin_daily", sa.BigInteger(), nullable=True),
        sa.Column("admin_depreciation", sa.BigInteger(), nullable=True),
        sa.Column("admin_taxes", sa.BigInteger(), nullable=True),
        sa.Column("net_assets_change", sa.BigInteger(), nullable=True),
        sa.Column("cash_donations", sa.BigInteger(), nullable=True),
        sa.Column("goods_donations", sa.BigInteger(), nullable=True),
        sa.Column("membership_fees", sa.BigInteger(), nullable=True),
        sa.Column("raised", sa.BigInteger(), nullable=True),
        sa.Column("projects", sa.Integer(), nullable=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_year_figures_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_figures")),
        sa.UniqueConstraint(
            "organization_id", "year", name=op.f("uq_year_figures_organization_id_year")
        ),
    )
    with op.batch_alter_table("year_figures") as batch_op:
        batch_op.create_index("ix_year_figures_by_year", ["year", "organization_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_year_figures_organization_id"), ["organization_id"], unique=False
        )

    with op.batch_alter_table("organization") as batch_op:
        batch_op.add_column(sa.Column("counted_year", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("organization") as batch_op:
        batch_op.drop_column("counted_year")

    with op.batch_alter_table("year_figures") as batch_op:
        batch_op.drop_index(batch_op.f("ix_year_figures_organization_id"))
        batch_op.drop_index("ix_year_figures_by_year")

    op.drop_table("year_figures")

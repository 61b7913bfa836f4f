"""评价结论一处登记."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_COPY = """UPDATE verdict SET (evaluator, conclusion) = (
    SELECT evaluation.evaluator, evaluation.conclusion FROM evaluation
    WHERE verdict.contract_id = evaluation.contract_id AND verdict.stage = evaluation.stage
    AND verdict.score = evaluation.score)"""
_KEEP = """INSERT INTO verdict (id, version, contract_id, stage, score, grade, given_on, source,
        report, entered_by, evaluator, conclusion, voided_because)
    SELECT id, 1, contract_id, stage, score,
        CASE WHEN score >= 900000 THEN 'EXCELLENT' WHEN score >= 800000 THEN 'GOOD'
            WHEN score >= 600000 THEN 'FAIR' ELSE 'POOR' END,
        evaluated_on, 'PAPER', '旧版登记的得分，请对照签字的报告核对', '旧版登记',
        evaluator, conclusion,
        CASE WHEN EXISTS (SELECT 1 FROM verdict WHERE verdict.contract_id = evaluation.contract_id
            AND verdict.stage = evaluation.stage AND verdict.voided_because IS NULL)
            THEN '这一阶段已有另一份结论' END
    FROM evaluation WHERE NOT EXISTS (
        SELECT 1 FROM verdict WHERE verdict.contract_id = evaluation.contract_id
        AND verdict.stage = evaluation.stage AND verdict.score = evaluation.score)"""
"""Registers from before verdicts have scores alone: what is kept of them nobody has confirmed."""
_BACK = """INSERT INTO evaluation (id, version, contract_id, stage, score, evaluated_on, evaluator,
        conclusion)
    SELECT id, version, contract_id, stage, score, given_on, evaluator, conclusion
    FROM verdict WHERE voided_because IS NULL"""


def upgrade() -> None:
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.add_column(sa.Column("evaluator", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("conclusion", sa.String(), nullable=True))
    op.execute(_COPY)
    op.execute(_KEEP)
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_contract_id"))
    op.drop_table("evaluation")


def downgrade() -> None:
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
    op.execute(_BACK)
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_column("conclusion")
        batch_op.drop_column("evaluator")

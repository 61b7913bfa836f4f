"""证书编号."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.String(), nullable=True))
    op.execute(
        "UPDATE certificate SET number = COALESCE("
        "(SELECT issue.number FROM issue WHERE issue.id = certificate.issue_id), '未发证')"
        " || CASE copy WHEN 'ORIGINAL' THEN ' 正本' ELSE ' 副本' || COALESCE(copy_number, 1) END"
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.alter_column("number", existing_type=sa.String(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_column("number")

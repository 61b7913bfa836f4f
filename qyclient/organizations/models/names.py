"""Names that were approved and wait for the body that is to bear them."""

from datetime import date

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.models.matters import Matter
from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field, link


class ReservedName(Base):
    """保留名称: a name that was approved is kept for its applicant until a day (名称核准).

    `organization` is the body that was registered under it; before that, and after `until`, none.
    """

    __tablename__ = "reserved_name"
    __label__ = "保留名称"
    __called_by__ = ("name",)

    name: Mapped[str] = field("名称", width=32, in_table=True, found="name", compared=True)
    org_type: Mapped[lists.OrgType | None] = field("种类", in_table=True)
    since: Mapped[date] = field("核准日期", in_table=True)
    until: Mapped[date] = field("保留至", in_table=True, index=True)
    matter: Mapped[Matter] = link("办件", Matter, width=14, in_table=True)
    organization: Mapped[Organization | None] = link("已登记为", Organization, width=28)
    released_because: Mapped[str | None] = field("提前放弃的理由", width=24)

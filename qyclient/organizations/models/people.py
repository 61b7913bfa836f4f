"""Who leads a body."""

from sqlalchemy.orm import Mapped

from qyclient.organizations.models.body import Organization
from qyclient.organizations.rules import lists
from qyclient.records.base import Base, field, link
from qyclient.records.dates import PartialDate
from qyclient.records.kinds import PAPER_NUMBER, PERSON_NAME, PHONE


class Officer(Base):
    """负责人: a person in a post of a body, for a term (负责人备案)."""

    __tablename__ = "officer"
    __label__ = "负责人"
    __called_by__ = ("name",)

    organization: Mapped[Organization] = link("社会组织", Organization, width=28, in_table=True)
    name: Mapped[str] = field("姓名", PERSON_NAME, in_table=True, found="name")
    post: Mapped[lists.Post] = field("职务", width=18, in_table=True)
    term_start: Mapped[PartialDate | None] = field("任职起", in_table=True)
    term_end: Mapped[PartialDate | None] = field("任职止", in_table=True)
    id_type: Mapped[lists.PaperType | None] = field("证件类型")
    id_no: Mapped[str | None] = field("证件号码", PAPER_NUMBER, width=20)
    phone: Mapped[str | None] = field("电话", PHONE, width=16)
    gender: Mapped[lists.Gender | None] = field("性别")
    political_status: Mapped[lists.PoliticalStatus | None] = field("政治面貌")
    work_unit: Mapped[str | None] = field("工作单位及职务", width=24)
    is_full_time: Mapped[bool | None] = field("专职")
    approval: Mapped[str | None] = field(
        "兼职批准机关及文号", width=24, help="党政机关领导干部兼任的，填写批准机关和文号"
    )
    voided_because: Mapped[str | None] = field(
        "作废原因", help="误录的人写明原因后作废；任期届满的填任职止"
    )

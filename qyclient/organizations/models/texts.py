"""文书样式: the office's own words for a paper, where they are not those it came with."""

from sqlalchemy.orm import Mapped

from qyclient.organizations.rules.papers import PAPER
from qyclient.records.base import Base, field
from qyclient.records.kinds import LONG_TEXT


class PaperText(Base):
    """文书样式: a paper's text as the office has written it; empty when it went back to the old."""

    __tablename__ = "paper_text"
    __label__ = "文书样式"
    __called_by__ = ("paper",)
    __stays__ = "文书的写法由本机关自己定"

    paper: Mapped[str] = field("文书", PAPER, unique=True, width=18, in_table=True)
    text: Mapped[str | None] = field("样式", LONG_TEXT, width=40)

    def __str__(self) -> str:
        """Return which paper it is."""
        return PAPER.format(self.paper)

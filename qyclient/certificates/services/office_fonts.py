"""补充字体: a file is looked into, and kept in the register if papers can be drawn with it."""

from pathlib import Path

from sqlalchemy.orm import Session

from qyclient.errors import Refused
from qyclient.office.models import OfficeFont
from qyclient.office.services.characters import keep_font
from qyclient.paper.pdf.office_font import MOST_BYTES, characters_in


def take_font(session: Session, path: Path) -> OfficeFont:
    """Keep a font file of the office's; Refused, with what to do, if it cannot be used."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("字体文件太大，请用只含所缺字的字体。")
        data = path.read_bytes()
    except OSError as no:
        raise Refused(f"“{path.name}”打不开：{no.strerror}。") from no
    return keep_font(session, path.name, data, len(characters_in(data)))

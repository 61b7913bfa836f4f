"""版式文件: one file with a template and the office's scan, opened only if it is nothing else."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from PIL import Image, UnidentifiedImageError
from sqlalchemy.orm import Session

from qyclient.certificates.models import OfficeTemplate
from qyclient.certificates.rules import STOCKS
from qyclient.certificates.services.templates import backdrop_of, current_template, save_template
from qyclient.errors import Refused
from qyclient.paper.pdf.overprint_file import read, written

TEMPLATE, BACKDROP = "template.json", "backdrop.png"
_MOST = {TEMPLATE: 1_000_000, BACKDROP: 40_000_000}
_MOST_PIXELS = 120_000_000


def packed(session: Session, stock: str) -> bytes:
    """Return what is printed by now as one file, with the scan if there is one."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr(TEMPLATE, written(current_template(session, stock)))
        if scan := backdrop_of(session, stock):
            file.writestr(BACKDROP, scan)
    return out.getvalue()


def take_in_template(session: Session, data: bytes) -> OfficeTemplate:
    """Keep a template from a file as a new edition of its stock; refuse anything odd in it."""
    text, scan = unpacked(data)
    stock = read(text, "template.json").id.partition("@")[0]
    if stock not in STOCKS:
        raise Refused(f"没有“{stock}”这种证书，这个版式不能导入。")
    return save_template(session, stock, text, "从文件导入", scan)


def unpacked(data: bytes) -> tuple[str, bytes | None]:
    """Return the template's text and the scan of a file; Refused if it holds anything else.

    Names are looked at before anything is unpacked, sizes as declared and as unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as file:
            names = [info.filename for info in file.infolist()]
            if TEMPLATE not in names or not {*names} <= {*_MOST} or len(names) != len({*names}):
                raise Refused("这不是证书版式文件：里面有别的内容，没有导入。")
            parts = {name: _part(file, name) for name in names}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refused("这不是证书版式文件，或已损坏，没有导入。") from error
    try:
        text = parts[TEMPLATE].decode()
    except UnicodeDecodeError as error:
        raise Refused("版式文件里的版式不是文字，没有导入。") from error
    scan = parts.get(BACKDROP)
    return text, scan if scan is None else checked_picture(scan)


def checked_picture(data: bytes) -> bytes:
    """Return a picture that opens and is no bomb; Refused otherwise."""
    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise Refused("底图的像素太多，请按 200 DPI 以内扫描。")
            picture.verify()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("底图打不开或已损坏，请重新扫描。") from error
    return data


def _part(file: ZipFile, name: str) -> bytes:
    most = _MOST[name]
    if file.getinfo(name).file_size > most:
        raise Refused("版式文件太大，没有导入。")
    with file.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise Refused("版式文件太大，没有导入。")
    return data

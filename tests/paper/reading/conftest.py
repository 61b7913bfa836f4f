import zipfile

import pytest

from qyclient.errors import Refused
from qyclient.paper.reading import read_workbook
from qyclient.progress import Silent

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
_ROOT = _LINKS.replace('worksheet"', 'officeDocument"').replace("worksheets/sheet1", "xl/workbook")


@pytest.fixture
def workbook(tmp_path):
    """Make a small workbook by hand: `rows` is what stands inside sheetData."""

    def make(rows="", name="台账.xlsx", prolog="", **parts):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _ROOT)
            archive.writestr("xl/workbook.xml", _BOOK)
            archive.writestr("xl/_rels/workbook.xml.rels", _LINKS)
            archive.writestr(
                "xl/worksheets/sheet1.xml",
                f'<?xml version="1.0"?>{prolog}<worksheet xmlns="http://schemas.openxmlformats.org/'
                f'spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>',
            )
            for part, content in parts.items():
                archive.writestr(part, content)
        return path

    return make


@pytest.fixture
def read():
    return lambda path, **limits: read_workbook(path, Silent(), **limits)


@pytest.fixture
def outcome(read):
    """Return the sheets, or the sentence if the file is refused; anything else is a bug."""

    def attempt(path, **limits):
        try:
            return read(path, **limits)
        except Refused as no:
            words = str(no)
        assert path.name in words
        assert words.endswith("。")
        assert not words.endswith("。。")
        assert "Error" not in words
        return words

    return attempt


@pytest.fixture
def refused(outcome):
    """Read what must be refused, and return the sentence."""

    def sentence(path, **limits):
        words = outcome(path, **limits)
        assert isinstance(words, str)
        return words

    return sentence

"""存档件：五十年后还打得开（PDF/A-1b），签了名的改动一个字节就验证不通过；读的人不必信我们."""

import random
import subprocess
import sys
from functools import partial

import pytest

import app  # noqa: TID251 - the command line itself
from qyclient.certificates.services import (
    check_file,
    current_key,
    file_copy,
    lock_keys,
    make_key,
    unlock_key,
)
from qyclient.errors import Refused
from qyclient.paper.pdf.raster import page_text
from tests.certificates.conftest import NAME
from tests.certificates.test_rare_characters import NAMES, renamed
from tests.declared import ROOT

PASSWORD = "清新区民政局2026"
JARS = "pdfbox2 fontbox2 preflight xmpbox commons-logging javax.activation jaxb-api bcprov"


@pytest.fixture
def out(desk):
    """A set that was printed, with a name of rare characters on it, and the office's key."""
    desk.fill()
    renamed(desk, "".join(NAMES[:3]))
    issue = desk.open()
    desk.print_all(issue)
    desk.workspace.write(make_key, "证书验证", PASSWORD, on_stock=False)
    yield desk, desk.sheets(issue)[0]
    lock_keys()


def copy_of(out, *, sign):
    desk, sheet = out
    return desk.workspace.read(partial(file_copy, certificate=sheet.id, sign=sign))


def test_the_copy_says_what_the_certificate_says_and_is_the_same_each_time(out):
    copy = copy_of(out, sign=False)
    assert copy == copy_of(out, sign=False)
    [text] = page_text(copy)
    assert NAME in text
    assert "张𬱖" in text
    assert "不作证照使用" in text
    for part in (b"pdfaid:part>1<", b"pdfaid:conformance>B<", b"/GTS_PDFA1", b"%PDF-1.4"):
        assert part in copy


def test_a_signed_copy_verifies_and_one_flipped_byte_is_refused(out, tmp_path):
    desk, _sheet = out
    signed = copy_of(out, sign=True)
    path = tmp_path / "存档件.pdf"
    path.write_bytes(signed)
    verdict = desk.workspace.read(check_file, path)
    assert verdict.good, verdict.sentence
    assert "清远市清新区民政局" in verdict.sentence
    chance = random.Random(2026)
    for at in (chance.randrange(len(signed)) for _flip in range(20)):
        whole = bytearray(signed)
        whole[at] ^= 1
        path.write_bytes(bytes(whole))
        assert not _passes(desk, path), at
    path.write_bytes(signed + b"\n% more")
    assert not _passes(desk, path)


def _passes(desk, path):
    try:
        return desk.workspace.read(check_file, path).good
    except Refused:
        return False


def test_what_another_office_signed_is_not_ours(out, tmp_path):
    desk, _sheet = out
    path = tmp_path / "存档件.pdf"
    path.write_bytes(copy_of(out, sign=True))
    desk.workspace.write(_forget)
    verdict = desk.workspace.read(check_file, path)
    assert not verdict.good
    assert "不是本机关签的" in verdict.sentence


def _forget(session):
    key = current_key(session)
    key.file_certificate = key.file_locked = None


def test_a_locked_key_signs_nothing_and_one_of_before_gets_its_file_key(out):
    desk, _sheet = out
    desk.workspace.write(_forget)
    lock_keys()
    with pytest.raises(Refused, match="还没有解锁"):
        copy_of(out, sign=True)
    with pytest.raises(Refused, match="密码不对"):
        desk.workspace.write(unlock_key, "不是这个密码")
    desk.workspace.write(unlock_key, PASSWORD)
    assert copy_of(out, sign=True).startswith(b"%PDF-1.4")


def run(*words):
    return app.main([*map(str, words)])


def test_the_command_makes_and_signs_a_copy(out, tmp_path, monkeypatch, capsys):
    desk, _sheet = out
    folder = desk.workspace.folder
    desk.workspace.close()
    path, data = tmp_path / "存档件.pdf", ["--data", folder]
    words = [*data, "certificate", NAME, "--copy", "original", "-o", path]
    assert run(*words, "--archive") == 0
    plain = path.read_bytes()
    lock_keys()
    monkeypatch.setattr(sys, "stdin", _Said(PASSWORD))
    assert run(*words, "--sign") == 0
    assert path.read_bytes() != plain
    assert run(*data, "verify", path) == 0
    assert "内容未改动" in capsys.readouterr().out


class _Said:
    """What is piped into a command."""

    def __init__(self, line):
        self._line = line

    def isatty(self):
        return False

    def readline(self):
        return f"{self._line}\n"


def test_a_start_does_not_load_what_signs():
    code = "import sys, app; import ui.certificates.papers_tab; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert not {"aiohttp", "pyhanko", "pikepdf"} & {*told.stdout.decode().split()}


@pytest.mark.outside
def test_another_program_finds_them_valid_as_pdf_a(out, tmp_path):
    names = [tmp_path / "存档件.pdf", tmp_path / "签名.pdf"]
    for path, sign in zip(names, (False, True), strict=True):
        path.write_bytes(copy_of(out, sign=sign))
        jars = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS.split())
        told = subprocess.run(
            ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(path)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "is a valid PDF/A-1b file" in told.stdout, told.stdout + told.stderr


@pytest.mark.outside
def test_another_program_finds_the_signature_valid(out, tmp_path):
    path = tmp_path / "签名.pdf"
    path.write_bytes(copy_of(out, sign=True))
    told = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout
    for words in ("Signature is Valid", "Total document signed", "ETSI.CAdES.detached"):
        assert words in told
    assert "清远市清新区民政局" in told

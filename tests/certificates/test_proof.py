"""验证：印在证书上的码，离线也能核对每一项；改过的，说得出改了哪一项."""

import base64
import json
import subprocess
import zlib

import pytest
from PIL import Image

from qyclient.certificates.models import Certificate
from qyclient.certificates.reports import verify_page
from qyclient.certificates.rules import PrintMode, PrintOutcome, proof
from qyclient.certificates.services import (
    all_labels,
    check_file,
    check_text,
    lock_keys,
    make_key,
    page_of,
    publics,
    status_list,
    unlock_key,
)
from qyclient.errors import Refused
from qyclient.paper.pdf.raster import pages
from qyclient.records.view import View
from tests.certificates.conftest import NAME

PASSWORD = "清新区民政局2026"
LIST = proof.STATUS_LIST


@pytest.fixture
def issued(desk):
    """A set printed with its code on the stock."""
    desk.fill()
    desk.workspace.write(make_key, "证书验证", PASSWORD, on_stock=True)
    issue = desk.open()
    desk.print_all(issue)
    yield desk, desk.sheets(issue)
    lock_keys()


def full(desk, sheet):
    return desk.workspace.read(lambda s: s.get_one(Certificate, sheet.id).statement)


def altered(statement, change):
    kind, packed, signature = statement.split(".")
    raw = base64.b32decode(packed + "=" * (-len(packed) % 8))
    said = json.loads(zlib.decompress(raw, -15))
    change(said)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    whole = packer.compress(json.dumps(said, ensure_ascii=False).encode()) + packer.flush()
    return f"{kind}.{base64.b32encode(whole).decode().rstrip('=')}.{signature}"


def test_every_certified_field_is_in_the_code_and_verifies(issued):
    desk, [sheet, _] = issued
    verdict = desk.workspace.read(check_text, full(desk, sheet))
    assert verdict.good
    shown = dict(verdict.fields)
    assert shown["名称"] == NAME
    assert shown["空白证流水号"] == "O0001"
    assert {"正副本", "法定代表人", "住所", "业务范围", "发证机关"} <= {*shown}
    assert "不是国家电子证照" in verdict.told


def test_a_tampered_code_is_refused_naming_the_field(issued):
    desk, [sheet, _] = issued
    forged = altered(full(desk, sheet), lambda said: said["f"].update(legal_rep="假冒人"))
    verdict = desk.workspace.read(check_text, forged)
    assert not verdict.good
    assert "法定代表人：验证码上是“假冒人”" in verdict.sentence
    assert "名称：验证码上" not in verdict.sentence


def test_a_page_whose_words_were_changed_beside_a_true_code_is_refused(issued, tmp_path):
    desk, [sheet, _] = issued
    page = desk.workspace.read(page_of, sheet.id, PrintMode.OVERPRINT)
    true = tmp_path / "证书.pdf"
    true.write_bytes(page)
    assert desk.workspace.read(check_file, true).good
    words = "国" * 60
    verdict = desk.workspace.read(check_text, full(desk, sheet), words)
    assert not verdict.good
    assert "名称：验证码上是" in verdict.sentence


def test_it_is_read_off_a_picture_of_the_sheet(issued, tmp_path):
    desk, [sheet, _] = issued
    [page] = pages(desk.workspace.read(page_of, sheet.id, PrintMode.OVERPRINT), 200, grey=True)
    picture = tmp_path / "拍照.png"
    page.rotate(3, fillcolor=255).save(picture)
    assert desk.workspace.read(check_file, picture).good
    blank = tmp_path / "空.png"
    page.crop((0, 0, 300, 300)).save(blank)
    with pytest.raises(Refused, match="没有找到本机关的验证码"):
        desk.workspace.read(check_file, blank)


@pytest.mark.parametrize(
    "text", ["", "你好", "QY1.", "QY1.AAAA.AAAA", "QYL1.x.y", "QY1.%%%.zz", "QY1." + "A" * 9000]
)
def test_what_is_no_code_is_refused_with_a_sentence(text, county):
    with pytest.raises(Refused, match="验证码"):
        county.read(check_text, text)


def test_every_single_byte_matters(issued):
    desk, [sheet, _] = issued
    text, keys = full(desk, sheet), desk.workspace.read(publics)
    for at in range(4, len(text) - 1, 7):
        other = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
        with pytest.raises(Refused):
            proof.read(other, keys)


def test_the_private_part_is_locked_and_the_stock_gets_no_sheet_without_its_code(issued):
    desk, _sheets = issued
    lock_keys()
    issue = desk.open(reason="变更换发")
    with pytest.raises(Refused, match="还没有解锁"):
        desk.begin(desk.sheets(issue)[0])
    with pytest.raises(Refused, match="密码不对"):
        desk.workspace.write(unlock_key, "不对的密码")
    desk.workspace.write(unlock_key, PASSWORD)
    assert desk.begin(desk.sheets(issue)[0]).outcome is PrintOutcome.AWAITING


def test_where_the_office_wants_no_code_none_is_printed_but_the_register_keeps_one(desk):
    desk.fill()
    issue = desk.open()
    desk.begin(desk.sheets(issue)[0])
    plain = desk.workspace.read(page_of, desk.sheets(issue)[0].id, PrintMode.OVERPRINT)
    desk.workspace.write(make_key, "证书验证", PASSWORD, on_stock=False)
    desk.begin(desk.sheets(issue)[1])
    sheet = desk.sheets(issue)[1]
    coded = desk.workspace.read(page_of, sheet.id, PrintMode.OVERPRINT)
    lock_keys()
    assert desk.workspace.read(check_text, full(desk, sheet)).fields
    assert len(coded) < 2 * len(plain)


def test_what_is_void_or_replaced_is_on_the_signed_list(issued):
    desk, sheets = issued
    keys = desk.workspace.read(publics)
    before = proof.read(desk.workspace.read(status_list), keys, LIST).said
    gone = sheets[0]

    def lose(session):
        session.get_one(Certificate, gone.id).status = type(gone.status).LOST

    desk.workspace.write(lose)
    after = proof.read(desk.workspace.read(status_list), keys, LIST).said
    assert gone.blank_serial not in before["s"]
    assert after["s"][gone.blank_serial] == "遗失 2026-03-02"
    assert after["on"] == "2026-03-02"
    verdict = desk.workspace.read(check_text, full(desk, gone))
    assert not verdict.good
    assert "已失效：遗失" in verdict.sentence


def page_for(desk):
    return verify_page(
        "清远市清新区民政局",
        [*desk.workspace.read(publics)],
        desk.workspace.read(all_labels),
        desk.workspace.read(status_list),
    )


def test_the_page_asks_no_network_no_camera_and_no_web_crypto(issued):
    desk, _ = issued
    page = page_for(desk)
    own = page[page.rindex("<script>") :]
    for word in ("http:", "https:", "fetch(", "XMLHttpRequest", "getUserMedia", "crypto.subtle"):
        assert word not in own
    assert "<script src" not in page
    assert "<link" not in page


def _in_browser(path, fragment=""):
    words = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    words += ["--virtual-time-budget=20000", path.as_uri() + fragment]
    said = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120, check=True)
    return said.stdout.split("<!--SCRIPTS-->")[0].partition("<script>")[0]


@pytest.mark.outside
def test_any_browser_verifies_a_code_and_refuses_a_tampered_one(issued, tmp_path):
    desk, [sheet, _] = issued
    path = tmp_path / "验证.html"
    path.write_text(page_for(desk), "utf-8")
    statement = full(desk, sheet)
    seen = _in_browser(path, f"#{statement}")
    assert "签名有效，由清远市清新区民政局签发" in seen
    for label, text in desk.workspace.read(check_text, statement).fields:
        assert f"<td>{label}</td><td>{text}</td>" in seen
    assert "失效证书名单截至 2026-03-02" in seen
    forged = altered(statement, lambda said: said["f"].update(name="假冒协会"))
    assert "验证不通过：签名不对" in _in_browser(path, f"#{forged}")


@pytest.mark.outside
def test_any_browser_reads_a_picture_and_knows_what_holds_no_longer(issued, tmp_path):
    desk, [sheet, _] = issued

    def lose(session):
        session.get_one(Certificate, sheet.id).status = type(sheet.status).LOST

    [shot] = pages(desk.workspace.read(page_of, sheet.id, PrintMode.OVERPRINT), 400, grey=True)
    near = shot.crop((300, int(shot.height * 0.7), 1500, shot.height - 100))
    near.rotate(2, Image.Resampling.BICUBIC, fillcolor=255).save(tmp_path / "shot.png")
    desk.workspace.write(lose)
    picture = base64.b64encode((tmp_path / "shot.png").read_bytes()).decode()
    choose = f"""<script>
      const raw = atob("{picture}"), all = new Uint8Array(raw.length);
      for (let i = 0; i < raw.length; i++) all[i] = raw.charCodeAt(i);
      const hand = new DataTransfer();
      hand.items.add(new File([all], "a.png", {{type: "image/png"}}));
      const input = document.getElementById("picture");
      input.files = hand.files;
      input.dispatchEvent(new Event("change"));
    </script>"""
    path = tmp_path / "验证.html"
    path.write_text(page_for(desk).replace("</body>", f"{choose}</body>"), "utf-8")
    seen = _in_browser(path)
    assert "这张证书已失效：遗失 2026-03-02" in seen


def test_two_keys_both_hold_after_the_first_is_retired(issued):
    desk, [sheet, _] = issued
    desk.workspace.write(make_key, "新密钥", PASSWORD, on_stock=True)
    assert desk.workspace.read(check_text, full(desk, sheet)).good
    assert len(desk.workspace.read(publics)) == 2
    assert desk.workspace.count(Certificate, View(words="O0001")) == 1

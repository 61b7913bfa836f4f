"""数据包：做好、写出、读回、核对；不是给我们的、改过的、断的，一概不收，什么都不动."""

import pathlib
import zipfile
from contextlib import nullcontext
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qyclient.errors import Cancelled, Invalid, Refused
from qyclient.exchange.models import Package
from qyclient.exchange.reports.slips import slip_pdf
from qyclient.exchange.rules import limits
from qyclient.exchange.rules.keys import OfficeKey, identity_of, key_text, read_key
from qyclient.exchange.rules.lists import State
from qyclient.exchange.rules.manifest import MAGIC, read_header
from qyclient.exchange.rules.words import phrase, words
from qyclient.exchange.services import envelope
from qyclient.exchange.services.handing import export
from qyclient.exchange.services.offices import bring_key, own_key_file
from qyclient.exchange.services.packing import create
from qyclient.exchange.services.receiving import look_at, receive
from qyclient.organizations.models import Organization
from qyclient.paper.pdf.raster import pages
from qyclient.records.view import View
from qyclient.store.access import accesses
from tests.behind_the_back import tamper
from tests.exchange.conftest import CITY


@pytest.fixture
def sent(county, city):
    county.enter("清新区甲协会", "清新区乙协会")
    return county.send(city)


def refused(office, path, said):
    before = office.everything(), len(office.packages())
    with pytest.raises(Refused, match=said):
        office.take(path)
    assert (office.everything(), len(office.packages())) == before


def test_a_package_goes_from_the_county_into_the_citys_register(county, city):
    county.enter("清新区甲协会", "清新区乙协会", legal_rep="李晓")
    path = county.send(city)
    package = city.bring(path)
    assert package.state is State.ACCEPTED
    assert city.everything() == county.everything()
    assert {body.name for body in city.workspace.page(Organization, View(words="甲协会"))} == {
        "清新区甲协会"
    }
    [entry] = city.workspace.history(city.body(next(iter(city.rows(Organization)))))
    assert entry["reason"] == "并入清远市清新区民政局第 1 号数据包"


def test_the_next_holds_only_what_changed_since(county, city, sent):
    city.bring(sent)
    [key, _other] = county.rows(Organization)
    county.put(key, legal_rep="陈明")
    again = county.make(city)
    assert (again.number, again.records) == (2, 1)
    assert city.bring(county.write(again)).state is State.ACCEPTED
    assert city.everything() == county.everything()
    with pytest.raises(Refused, match="没有新的改动"):
        county.make(city)


def test_its_state_is_told_until_the_receipt_came(county, city, sent):
    def states():
        return [one.state for one in county.packages() if one.sort == "CHANGES"]

    county.enter("清新区丙协会")
    county.make(city)
    assert states() == [State.CREATED, State.EXPORTED]
    county.take(city.answer(city.bring(sent)))
    assert states() == [State.CREATED, State.ACCEPTED]


def test_what_is_handed_back_comes_again_with_the_next(county, city, sent):
    package = city.take(sent)
    with pytest.raises(Invalid, match="原因"):
        city.reject(package, " ")
    city.reject(package, "名册与纸质表不符")
    county.take(city.answer(package))
    [mine] = [one for one in county.packages() if one.sort == "CHANGES"]
    assert (mine.state, mine.reason) == (State.REJECTED, "名册与纸质表不符")
    again = county.make(city)
    assert (again.number, again.first) == (2, 1)
    assert city.bring(county.write(again)).state is State.ACCEPTED
    assert city.everything() == county.everything()


def test_one_for_another_office_is_refused(offices, sent):
    refused(offices.second, sent, "不是发给本机关的")


def test_one_of_an_office_whose_key_was_not_brought_is_refused(offices, county, sent):
    header, rest = sent.read_bytes().removeprefix(MAGIC).split(b"\n", 1)
    other = header.replace(b'"441803"', b'"441882"')
    sent.write_bytes(MAGIC + other + b"\n" + rest)
    refused(offices.city, sent, "先在“往来机关”里导入")


def test_one_of_a_newer_program_is_refused(city, sent):
    whole = sent.read_bytes()
    header = read_header(whole.removeprefix(MAGIC).split(b"\n", 1)[0] + b"\n")
    newer = whole.replace(f'"revision": "{header.revision}"'.encode(), b'"revision": "9999"')
    sent.write_bytes(newer)
    refused(city, sent, "更新版本的程序")
    sent.write_bytes(whole.replace(b'"format": 1', b'"format": 2'))
    refused(city, sent, "更新版本的程序")


def test_one_that_came_before_is_refused_and_harms_nothing(city, sent):
    city.bring(sent)
    refused(city, sent, "已经收过")


def test_every_altered_byte_is_noticed_before_anything_is_written(city, sent):
    whole = sent.read_bytes()
    before = city.everything(), len(city.packages())
    start = len(MAGIC) + whole.removeprefix(MAGIC).index(b"\n") + 1
    places = [*range(start + 200), *range(start + 200, len(whole), max(1, len(whole) // 60))]
    for place in places:
        altered = bytearray(whole)
        altered[place] ^= 1
        sent.write_bytes(altered)
        with pytest.raises(Refused):
            city.take(sent)
    assert (city.everything(), len(city.packages())) == before


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.9999])
def test_one_that_was_cut_short_is_refused(city, sent, kept):
    whole = sent.read_bytes()
    sent.write_bytes(whole[: int(len(whole) * kept)])
    refused(city, sent, "不是数据包|不完整")


def test_something_else_is_refused(city, tmp_path):
    other = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    refused(city, other, "这不是数据包")
    with pytest.raises(Refused, match="打不开"):
        city.take(tmp_path / "没有的文件")


def test_one_signed_by_somebody_else_is_refused(county, city, monkeypatch):
    county.enter("清新区甲协会")
    stranger = Ed25519PrivateKey.generate()
    monkeypatch.setattr(
        "qyclient.exchange.services.packing.signer", lambda _session: ("", stranger)
    )
    refused(city, county.send(city), "签名不对")


def test_a_bomb_is_refused_before_it_is_unpacked(county, city, monkeypatch):
    county.enter("清新区甲协会")

    def bomb(archive, name, stream):
        if name == "records.jsonl":
            archive.writestr("bomb", b"0" * (limits.HARMLESS * 2))
        return put(archive, name, stream)

    put = envelope._put  # noqa: SLF001 - what a sender of bombs would have written instead
    monkeypatch.setattr(envelope, "_put", bomb)
    refused(city, county.send(city), "大得异常")


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "files/unsigned", "signature"])
def test_a_part_that_was_not_signed_for_is_refused(county, city, monkeypatch, name):
    county.enter("清新区甲协会")

    def smuggle(archive, part, stream):
        if part == "records.jsonl":
            archive.writestr(name, b"x")
        return put(archive, part, stream)

    put = envelope._put  # noqa: SLF001 - as above
    monkeypatch.setattr(envelope, "_put", smuggle)
    twice = pytest.warns(UserWarning, match="Duplicate name")
    with twice if name == "signature" else nullcontext():
        path = county.send(city)
    refused(city, path, "结构异常|签名不对")
    assert sorted(p.name for p in city.workspace.folder.parent.glob("outside*")) == []


def test_a_history_that_was_altered_behind_the_back_is_refused(county, city, tmp_path):
    county.enter("清新区甲协会")
    tamper(county.workspace, "UPDATE history SET operator = '别人' WHERE noun = 'organization'")
    refused(city, county.send(city), "与前后不衔接")


def test_it_is_written_whole_or_not_at_all(county, city, tmp_path):
    county.enter("清新区甲协会")
    package = county.make(city)
    with pytest.raises(Refused, match="不存在"):
        county.workspace.write(export, package.id, tmp_path / "没有" / "a.qypkg")
    assert county.package(package.id).state is State.CREATED
    path = county.write(package)
    assert county.package(package.id).state is State.EXPORTED
    assert [one.name for one in county.stick.iterdir()] == [path.name]


def test_a_stick_that_keeps_something_else_is_noticed(county, city, monkeypatch):
    county.enter("清新区甲协会")
    package = county.make(city)
    monkeypatch.setattr("qyclient.exchange.services.handing._read_back", lambda _path: "")
    with pytest.raises(Refused, match="读回来不一样"):
        county.write(package)
    assert [*county.stick.iterdir()] == []


def test_nobody_without_the_key_reads_what_is_in_it(county, city, sent):
    assert "甲协会".encode() not in sent.read_bytes()
    assert look_at(sent).office == "清远市清新区民政局"


def test_the_slip_says_number_counts_and_words(county, city):
    county.enter("清新区甲协会")
    package = county.make(city)
    with_office = next(one for one in county.packages() if one.id == package.id)
    pdf = slip_pdf("清远市清新区民政局", with_office, "1 条改动", is_sample=False)
    [page] = pages(pdf, 30)
    assert page.width > page.height
    assert package.phrase == look_at(county.write(package)).phrase
    assert len(package.phrase.split()) == 8


def test_words_are_many_and_different():
    assert len({*words()}) == 256
    assert phrase("00ff00" + "00" * 29, 3).split() == [words()[0], words()[255], words()[0]]


def test_a_key_is_brought_once_and_replaced_by_a_new_one(offices, city):
    known = city.known(offices.county)
    other = Ed25519PrivateKey.generate()
    key = OfficeKey(
        "清远市清新区民政局", "441803", known.signs, str(identity_of(other).to_public())
    )
    with pytest.raises(Invalid, match="口令词与对方念的不一致"):
        city.workspace.write(bring_key, key_text(key).encode(), "春天 夏日")
    city.workspace.write(bring_key, key_text(key).encode(), key.phrase)
    now = city.known(offices.county)
    assert (now.receives, now.brought_on) == (key.receives, date(2026, 3, 2))


def test_what_is_no_key_file_is_refused(offices, city):
    good = offices.county.workspace.read(own_key_file)
    for bad in (b"", b"[]", b"{}", b"\xff\xfe", good.replace(b"441803", b"441804")):
        with pytest.raises(Refused):
            read_key(bad)
    with pytest.raises(Refused, match="自己的钥匙"):
        city.workspace.write(bring_key, city.workspace.read(own_key_file))


def test_who_left_the_office_a_package_is_in_the_log_of_personal_data(county, city):
    county.enter("清新区甲协会")
    county.make(city)
    [seen] = county.workspace.read(accesses)
    assert (seen["deed"], seen["reason"]) == ("导出", "报送清远市民政局")


def test_cancelling_leaves_nothing(county, city):
    class Impatient:
        def step(self, *_):
            raise Cancelled

    county.enter("清新区甲协会")
    office = county.office(city)
    with pytest.raises(Cancelled):
        county.workspace.write(lambda s: create(s, office, progress=Impatient()))
    assert [*county.packages()] == []
    path = county.send(city)
    with pytest.raises(Cancelled):
        city.workspace.write(receive, path, Impatient())
    assert city.workspace.count(Package, View()) == 0
    assert look_at(path).receiver == CITY


def test_the_file_is_kept_so_that_it_can_be_written_again(county, city, sent):
    [package] = county.packages()
    pathlib.Path(sent).unlink()
    assert county.write(package) == sent
    assert city.bring(sent).state is State.ACCEPTED

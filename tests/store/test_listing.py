"""Lists: pages add up to the whole, in every order, whatever a noun links to."""

from collections import Counter

import pytest

from qyclient.contracts.models import Contract
from qyclient.organizations.models import Distinct, Organization
from qyclient.records.base import fields_of
from qyclient.records.view import Filter, View
from tests.declared import FIELDS

SOME = (Filter("town", contains="太和"),)
"""Some forty bodies of all sorts: enough to turn pages, and soon read."""


def _keys(workspace, model, view):
    return [record.id for record in workspace.page(model, view)]


def _in_pages(workspace, model, view, size):
    keys, start = [], 0
    while part := workspace.page(model, view, start, size):
        keys += [record.id for record in part]
        start += size
    return keys


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_pages_add_up_to_the_list_in_every_order(model, field, standing):
    some = SOME if model is Organization else ()
    up, down = View("", field.key, False, some), View("", field.key, True, some)
    keys = _keys(standing, model, down)
    assert len({*keys}) == len(keys) == standing.count(model, View(filters=some))
    size = 1 + len(keys) // 3
    assert {*_in_pages(standing, model, up, size)} == {*keys}
    assert _in_pages(standing, model, down, size) == keys


@pytest.mark.parametrize("words", ["协会", "清新区 太", "刘", "9"])
def test_pages_of_what_was_found_add_up_too(words, standing):
    for order in ("", "name", "org_grade"):
        view = View(words=words, order=order)
        keys = _keys(standing, Organization, view)
        assert 3 < len(keys) == standing.count(Organization, view)
        assert _in_pages(standing, Organization, view, 3) == keys


@pytest.mark.parametrize("field", fields_of(Organization), ids=lambda field: field.key)
def test_what_is_empty_comes_last_and_the_rest_in_the_order_of_its_kind(field, standing):
    stored = [
        getattr(r, field.key) for r in standing.page(Organization, View("", field.key, False, SOME))
    ]
    full = [value for value in stored if value is not None]
    assert stored == full + [None] * (len(stored) - len(full))
    if field.kind.name != "choice":
        assert full == sorted(full)


@pytest.mark.parametrize("key", ["org_type", "status", "org_grade", "established_on"])
@pytest.mark.parametrize("words", ["", "协会"])
def test_the_counts_of_a_list_add_up_to_it(key, words, standing):
    counts = standing.counts_by(Organization, View(words=words), key)
    found = Counter(getattr(r, key) for r in standing.page(Organization, View(words=words)))
    assert counts == found
    assert [*counts.values()] == sorted(counts.values(), reverse=True)


NARROWED = [
    (Filter("name", contains="协会"), lambda r: "协会" in r.name),
    (Filter("name", contains="%"), lambda r: "%" in r.name),
    (Filter("org_type", among=("S", "J")), lambda r: r.org_type in {"S", "J"}),
    (Filter("fund_amount", least="35000.5"), lambda r: (r.fund_amount or 0) >= 35000),
    (
        Filter("fund_amount", least="30000", most="35000.50"),
        lambda r: 30000 <= (r.fund_amount or 0) <= 35001,
    ),
    (
        Filter("certificate_valid_to", most="2026-12-31"),
        lambda r: r.certificate_valid_to and r.certificate_valid_to.year < 2027,
    ),
    (
        Filter("established_on", least="2010", most="2012"),
        lambda r: r.established_on and "2010" <= r.established_on[:4] <= "2012",
    ),
    (Filter("org_grade", empty=True), lambda r: r.org_grade is None),
    (Filter("is_charity", among=("是",)), lambda r: r.is_charity),
]


@pytest.mark.parametrize(("narrowing", "kept"), NARROWED, ids=lambda n: getattr(n, "key", ""))
def test_a_column_is_narrowed_to_what_is_asked(narrowing, kept, standing):
    view = View(filters=(narrowing,))
    whole = standing.page(Organization, View())
    assert {*_keys(standing, Organization, view)} == {r.id for r in whole if kept(r)}
    assert standing.count(Organization, view) == sum(map(bool, map(kept, whole)))


def test_a_noun_may_link_twice_to_another(county):
    one, other = county.page(Organization, View(order="name"), size=2)

    def tell_apart(session):
        session.add(Distinct(organization_id=one.id, other_id=other.id, reason="同名"))

    county.write(tell_apart)

    for order in ("", "organization", "other"):
        [pair] = county.page(Distinct, View(order=order))
        assert (str(pair.organization), str(pair.other)) == (one.name, other.name)


@pytest.mark.parametrize("words", ["QX-2025-037", "2025", "乡村", "暖心", "xcyd", "和乐 社工站"])
def test_a_contract_is_found_by_its_own_words_and_by_its_contractor(words, county):
    view = View(words=words)
    found = county.page(Contract, view)
    assert found
    assert len(found) == county.count(Contract, view)

"""Closed lists: the code is kept, the wording is today's, the old names are understood."""

import pytest

from qyclient.organizations.rules.lists import Industry, OrgGrade, OrgType
from qyclient.records.choices import Choice, choice
from tests.declared import FIELDS

CHOSEN = {
    kind
    for param in FIELDS
    if (of := param.values[1].kind).name == "choice"
    and issubclass(kind := type(of.parse(of.options[0])), Choice)
}


@pytest.mark.parametrize("options", sorted(CHOSEN, key=lambda c: c.__name__))
def test_every_name_means_one_option(options):
    names = [name.upper() for o in options for name in {o.label, *o.aliases, o.value}]
    assert len(names) == len(set(names))
    kind = choice(options)
    for option in options:
        for name in (option.label, *option.aliases, option.value, f" {option.value.lower()} "):
            assert kind.parse(name) is option


def test_what_used_to_be_called_otherwise_is_understood():
    kind = choice(OrgType)
    assert (
        kind.parse("民办非企业单位") is kind.parse("社会服务机构") is OrgType.PRIVATE_NON_ENTERPRISE
    )
    assert choice(OrgGrade).parse("aaa") is OrgGrade.A3


def test_the_code_is_what_programs_read():
    assert choice(OrgType).plain(OrgType.SOCIAL_GROUP) == "S"
    assert choice(OrgType).format(OrgType.SOCIAL_GROUP) == "社会团体"


def test_options_sort_as_they_are_declared():
    kind = choice(Industry)
    assert [kind.order(option) for option in Industry] == [*range(len(Industry))]


def test_what_is_not_in_the_list_is_refused_naming_it():
    with pytest.raises(ValueError, match="“协会”不在可选项中，应为：社会团体、民办非企业单位"):
        choice(OrgType).parse("协会")


def test_a_choice_needs_no_other_names():
    class Colour(Choice):
        RED = "R", "红"

    assert choice(Colour).parse("红") is Colour.RED

"""双人复核: when one person may not do both steps, and when he may."""

import pytest

from qyclient.office.rules import four_eyes
from qyclient.office.rules.four_eyes import FourEyes, steps, verdict

BOTH = ("张晓梅", "李文杰")


def test_another_signer_is_no_matter_of_two_people():
    assert verdict("approve", "李文杰", "张晓梅", BOTH) == FourEyes()
    assert verdict("approve", "李文杰", "", BOTH) == FourEyes()


@pytest.mark.parametrize("step", ["approve", "payment", "score"])
def test_who_did_the_step_before_is_refused_where_another_could_sign(step):
    said = verdict(step, "张 晓梅", "张晓梅", BOTH)
    assert not said.alone
    assert steps()[step].label in said.refusal
    assert "李文杰" in said.refusal
    assert said.refusal.endswith("。")


@pytest.mark.parametrize("able", [(), ("张晓梅",), ("张晓梅", "张 晓梅")])
def test_one_person_alone_may_do_both_and_it_is_told(able):
    assert verdict("approve", "张晓梅", "张晓梅", able) == FourEyes(alone=True)


def test_a_step_that_is_switched_off_refuses_nobody(monkeypatch):
    off = {key: four_eyes.Step(s.label, s.earlier, False, s.citation) for key, s in steps().items()}
    monkeypatch.setattr(four_eyes, "steps", lambda: off)
    assert verdict("approve", "张晓梅", "张晓梅", BOTH) == FourEyes(alone=True)


def test_a_step_without_a_rule_refuses_nobody():
    assert verdict("archive", "张晓梅", "张晓梅", BOTH).refusal == ""

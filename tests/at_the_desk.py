"""Matters as an office handles them: whoever has the role sits down and does the step."""

from qyclient.office.rules.workflow import ANSWERS
from qyclient.office.services.people import able_to
from qyclient.organizations.rules.matter_kinds import kinds
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.holding import papers_of, receive
from qyclient.organizations.services.matters import advance, asked, the_matter

CODE = "51441803YL95000056"
OUTSIDE = "黄局长"
"""A head who signs on paper and is no operator."""


def sit(workspace, role):
    """Let somebody sit down who may do the work of a role; who sits there stays if he may."""
    able = workspace.read(able_to, role)
    if able and workspace.operator not in able:
        workspace.operator = able[0]


def take_in(workspace, kind, applied, body=None, **texts):
    """Take an application in."""
    sit(workspace, kinds()[kind].flow.takes_in[0])
    return workspace.write(open_matter, kind, texts, applied, body.name if body else "").value


def collect(workspace, matter):
    """Take in one original of each piece."""
    sit(workspace, kinds()[matter.kind].flow.takes_in[0])
    papers = workspace.read(papers_of, matter.id)
    workspace.write(receive, matter.id, {paper.document: {"originals": "1"} for paper in papers})


def now(workspace, matter):
    """Return a matter as it is now."""
    return workspace.read(the_matter, matter.number)


def go(workspace, matter, *moves, **answers):
    """Do steps one after the other, each by somebody who may and with what it asks for."""
    for key in moves:
        at = now(workspace, matter)
        move = kinds()[at.kind].flow.move(key)
        sit(workspace, move.role)
        said = {one: answers.get(one, ANSWERS[one].label) for one in asked(move)}
        if move.signed:
            said |= {"signer": answers.get("signer", OUTSIDE), "signed_on": str(workspace.today)}
        if "number" in said:
            said["number"] = answers.get("number", CODE)
        workspace.write(advance, at.id, at.version, key, said, at=move.at)
    return now(workspace, matter)

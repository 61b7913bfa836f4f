"""Every kind of write, done once more each time it is called, in a process that may be killed.

Each returns what must be there afterwards: words that the process tells before it goes on.
"""

from datetime import timedelta

from qyclient.office.services import draft_of, keep_draft
from qyclient.office.services.people import operators
from qyclient.office.services.sign_in import set_password
from qyclient.organizations.models import Matter, Organization
from qyclient.organizations.services.filing import open_matter
from qyclient.organizations.services.register import amend, register
from qyclient.paper.kept_files import keep, kept
from qyclient.papers import write_report
from qyclient.records.view import View
from qyclient.safekeeping.backup import faults_of
from qyclient.safekeeping.keeping import ASKED, back_up, backups_of
from qyclient.store.history import broken_links
from tests.conftest import NOW

BODY = {
    "org_type": "社会团体",
    "residence": "清远市清新区太和镇府前路1号",
    "fund_amount": "叁万元",
}
PASSWORDS = ("七座大山两条河流", "八条大河三座山峰")
SHEET = "名册.xlsx"


def name_of(number):
    return f"清新区第{number}阅读促进会"


def bodies(workspace, number):
    facts = BODY | {"name": name_of(number), "legal_rep": f"王第{number}"}
    workspace.write(register, facts)
    return f"body {number}"


def changes(workspace, number):
    if not (known := workspace.page(Organization, View(), 0, 1)):
        return bodies(workspace, number)
    phone = f"0763{number % 10**7:07d}"
    workspace.write(amend, known[0].id, known[0].version, {"phone": phone})
    return f"phone {phone}"


def matters(workspace, number):
    facts = BODY | {"name": name_of(number), "legal_rep": f"李第{number}"}
    asked = {key: [text] for key, text in (facts | {"individual_members": "60"}).items()}
    return f"matter {workspace.write(open_matter, 'ESTABLISHMENT', {}, asked).value.number}"


def drafts(workspace, number):
    workspace.write(keep_draft, "organization:new", {"name": name_of(number)})
    return f"draft {number}"


def scans(workspace, number):
    return f"scan {keep(workspace.folder, name_of(number).encode() * 400)}"


def backups(workspace, number):
    made = back_up(workspace.database, NOW + timedelta(seconds=number), ASKED)
    return f"backup {made.backup.path.name}"


def sheets(workspace, number):
    write_report(workspace, "roster", workspace.folder / SHEET)
    return f"sheet {number}"


def passwords(workspace, number):
    [me] = workspace.read(operators)
    workspace.write(set_password, me.id, PASSWORDS[number % 2])
    return f"password {number}"


KINDS = {
    kind.__name__: kind
    for kind in (bodies, changes, matters, drafts, scans, backups, sheets, passwords)
}


def wrong_in(workspace, told):
    """Return what is wrong with a register of which `told` was said to be done."""
    done = [line.split(" ") for line in told]
    wrong = [*workspace.database.check()]
    wrong += workspace.read(lambda session: broken_links(session.connection()))
    names = {body.name for body in workspace.page(Organization, View())}
    said = {name_of(what) for kind, what in done if kind == "body"}
    wrong += [f"lost {name}" for name in said - names]
    wrong += [f"nobody said {names - said}"] if len(names - said) > 1 else []
    numbers = sorted(one.number for one in workspace.page(Matter, View()))
    if [int(number[5:]) for number in numbers] != [*range(1, len(numbers) + 1)]:
        wrong.append(f"numbers {numbers}")
    wrong += [f"lost {what}" for kind, what in done if kind == "matter" and what not in numbers]
    return wrong + _wrong_beside(workspace, done)


def _wrong_beside(workspace, done):
    for kind, what in done:
        if kind == "scan":
            kept(workspace.folder, what)  # refused where it is not what was kept
    known = {one.path.name: one for one in backups_of(workspace.database.path)}
    wrong = [fault for one in known.values() for fault in faults_of(one)]
    newest = [what for kind, what in done if kind == "backup"][-1:]
    wrong += [f"lost {what}" for what in newest if what not in known]
    sheet = workspace.folder / SHEET
    if sheet.exists() and b"PK\x05\x06" not in sheet.read_bytes()[-64:]:
        wrong.append("half a sheet")
    if any(kind == "draft" for kind, _what in done):
        wrong += [] if workspace.read(draft_of, "organization:new") else ["lost a draft"]
    return wrong

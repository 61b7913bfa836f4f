"""The word of the command line about papers: list what there is, make one of a matter."""

from argparse import Namespace
from collections.abc import Sequence

from qyclient.commands.saying import answers_of, day_of, print_json, say
from qyclient.errors import Refused
from qyclient.organizations.reports import document_word
from qyclient.organizations.rules.papers import Paper, papers
from qyclient.organizations.services.documents import make
from qyclient.organizations.services.matters import the_matter
from qyclient.organizations.services.offering import Offer, offers
from qyclient.paper.atomic import write_bytes
from qyclient.workspace import Workspace

_WORD = ".docx"


def paper(workspace: Workspace, args: Namespace) -> int:
    """Make a paper of a matter and write it, or list what can be made."""
    if args.list:
        return _list(workspace, args)
    if not (args.name and args.number and args.output):
        raise Refused("请写明文书、办件编号和 -o 文件；paper --list 办件编号 列出可以制作的文书。")
    wanted = _named(args.name)
    matter = workspace.read(the_matter, args.number)
    if wanted.key not in {offer.paper.key for offer in workspace.read(offers, matter)}:
        raise Refused(f"办件 {matter.number} 办到这一步没有{wanted.label}。")
    dated = day_of(args.dated) or workspace.today
    said = answers_of(args.say)
    made = workspace.write(make, matter.id, wanted.key, said, dated, args.typed).value
    word = args.output.suffix.lower() == _WORD
    write_bytes(args.output, document_word(made.words) if word else made.pdf)
    say(f"已写入 {args.output}（{made.name}）")
    return 0


def _list(workspace: Workspace, args: Namespace) -> int:
    number = args.number or args.name
    found = _all() if not number else workspace.read(offers, workspace.read(the_matter, number))
    if args.json:
        print_json([_told(offer) for offer in found])
        return 0
    for offer in found:
        issued = "、".join(str(one) for one in offer.documents)
        say(f"{offer.paper.key}\t{offer.paper.label}\t{issued}")
    return 0


def _all() -> Sequence[Offer]:
    return [Offer(one, ()) for one in papers().values()]


def _told(offer: Offer) -> dict[str, object]:
    return {
        "key": offer.paper.key,
        "label": offer.paper.label,
        "numbered": offer.paper.numbered,
        "issued": [
            {"number": one.number, "dated": one.dated.isoformat()} for one in offer.documents
        ],
    }


def _named(name: str) -> Paper:
    found = [one for one in papers().values() if name in {one.key, one.label}]
    if not found:
        known = "、".join(one.label for one in papers().values())
        raise Refused(f"没有“{name}”这种文书；现有：{known}。")
    return found[0]

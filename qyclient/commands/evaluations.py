"""The words of the command line about evaluations: list, show, score sheets out and in, result."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from qyclient.commands.saying import print_json, say
from qyclient.errors import Refused
from qyclient.evaluations.models import EvaluationRound
from qyclient.evaluations.reports.score_sheet import write_score_sheet
from qyclient.evaluations.services import lookup, proceedings, score_sheets
from qyclient.evaluations.services.blind import raters_of
from qyclient.evaluations.services.result import result_of
from qyclient.evaluations.services.statistics import explained, shown
from qyclient.papers import heading
from qyclient.progress import Silent
from qyclient.records.base import fields_of
from qyclient.records.view import View
from qyclient.workspace import Workspace

_LISTED = ("number", "subject", "occasion", "state", "score", "grade")


def evaluations(workspace: Workspace, args: Namespace) -> int:
    """List the rounds, show one, write or take score sheets, or say the result."""
    return _DEEDS[args.deed](workspace, args)


def _list(workspace: Workspace, args: Namespace) -> int:
    found = workspace.page(EvaluationRound, View())
    if args.json:
        print_json([_facts(one) for one in found])  # type: ignore[arg-type]  # rounds are what a page of rounds holds
        return 0
    for one in found:
        say(_line(one))  # type: ignore[arg-type]  # as above
    say(f"共 {len(found)} 个轮次")
    return 0


def _show(workspace: Workspace, args: Namespace) -> int:
    found = _round(workspace, args)
    raters = workspace.read(raters_of, found)
    verbs = workspace.read(proceedings.allowed, found.id)
    if args.json:
        print_json({**_facts(found), "raters": [one.name for one in raters],
                    "next": {verb.move.key: verb.why_not for verb in verbs}})  # fmt: skip
        return 0
    say(_line(found))
    for one in raters:
        handed = "已交" if one.handed_in_on else one.excluded_because or "未交"
        say(f"评委\t{one.name}\t{one.party.label}\t{one.code}\t{handed}")
    for verb in verbs:
        say(f"下一步\t{verb.move.key}\t{verb.move.label}\t{verb.why_not}")
    return 0


def _score_sheet(workspace: Workspace, args: Namespace) -> int:
    found = _round(workspace, args)
    folder = args.output or Path()
    folder.mkdir(parents=True, exist_ok=True)
    for rater in workspace.read(raters_of, found):
        path = folder / f"评分表 {rater.code} {rater.name}.xlsx"
        form = workspace.read(score_sheets.form_of, rater.id)
        write_score_sheet(path, form, heading(workspace))
        say(str(path))
    return 0


def _import_scores(workspace: Workspace, args: Namespace) -> int:
    found = _round(workspace, args)
    if not args.files:
        raise Refused("请写明收回的评分表文件，如 evaluations import-scores PJ2026-0001 甲.xlsx。")
    for path in args.files:
        rows = score_sheets.rows_in(path, Silent())
        rater = workspace.write(score_sheets.take_back_sheet, found.id, rows).value
        say(f"{path.name}\t{rater.name}\t{rater.code}")
    return 0


def _result(workspace: Workspace, args: Namespace) -> int:
    found = _round(workspace, args)
    result = workspace.read(result_of, found.id)
    if args.json:
        print_json({
            **_facts(found),
            "parties": {party.label: shown(share) for party, share in result.parties.items()},
            "raters": {name: shown(share) for name, share in result.raters.items()},
        })  # fmt: skip
        return 0
    for line in workspace.read(lambda s: explained(s, lookup.the_round(s, found.id))):
        say("\t".join(line))
    return 0


def _round(workspace: Workspace, args: Namespace) -> EvaluationRound:
    if not args.number:
        raise Refused("请写明轮次编号，如 PJ2026-0001。")
    return workspace.read(lookup.round_called, str(args.number))


def _facts(found: EvaluationRound) -> Mapping[str, object]:
    own = [field for field in fields_of(EvaluationRound) if field.target is None]
    return {field.key: field.plain(getattr(found, field.key)) for field in own}


def _line(found: EvaluationRound) -> str:
    fields = {field.key: field for field in fields_of(EvaluationRound)}
    return "\t".join(fields[key].show(found) for key in _LISTED)


_DEEDS: Mapping[str, Callable[[Workspace, Namespace], int]] = {
    "list": _list,
    "show": _show,
    "score-sheet": _score_sheet,
    "import-scores": _import_scores,
    "result": _result,
}

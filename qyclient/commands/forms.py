"""The words of the command line about the city's forms: learn an empty one, fill it in."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from qyclient.commands.saying import answers_of, print_json, say
from qyclient.errors import Refused
from qyclient.progress import Silent
from qyclient.returns.rules.form_answers import Answer, Fill
from qyclient.returns.services import form_values, forms
from qyclient.workspace import Workspace


def form(workspace: Workspace, args: Namespace) -> int:
    """Learn the places of an empty form, or fill in one that was learned."""
    return _DEEDS[args.deed](workspace, args)


def _learn(workspace: Workspace, args: Namespace) -> int:
    """Take what is understood as settled, and what was answered; list what is still open."""
    read = forms.read_form(args.file, Silent())
    name = args.name or args.file.stem
    compared = workspace.read(forms.compare, read, name)
    said = answers_of(args.answer)
    places = [_settled(one, said) for one in compared.places]
    workspace.write(forms.learn, name, read, places, args.due)
    if args.json:
        print_json([{"cell": one.slot.address, "sheet": one.slot.sheet, "words": one.slot.called,
                     "settled": one.settled, **one.answer.plain()} for one in places])  # fmt: skip
        return 0
    for one in places:
        if not one.settled:
            say(f"待定\t{one.slot.called}")
    say(f"已记住表样“{name}”：{len(places)} 处，待定 {sum(not one.settled for one in places)} 处")
    return 0


def _fill(workspace: Workspace, args: Namespace) -> int:
    if args.output is None:
        raise Refused("请用 -o 写明填好的文件。")
    name = args.name or args.file.stem
    kept = workspace.read(forms.form_called, name)
    if kept is None:
        raise Refused(f"没有“{name}”这个表样；先用 form learn 读入空表。")
    workspace.write(form_values.fill_kept, kept.id, Silent()).value.write(args.output)
    say(f"已写入 {args.output}")
    return 0


def _settled(place: forms.Place, said: Mapping[str, str]) -> forms.Place:
    """Settle a place as it was answered by its address or its words, or as it was understood."""
    for key in (f"{place.slot.sheet}!{place.slot.address}", place.slot.row, place.slot.column):
        if key in said:
            return forms.settle(place, Answer(Fill.TYPED.value, text=said[key]))
    understood = place.answer.sort != Fill.TYPED.value
    return forms.settle(place, place.answer) if understood and not place.settled else place


_DEEDS: Mapping[str, Callable[[Workspace, Namespace], int]] = {"learn": _learn, "fill": _fill}

"""What is printed of 登记证书: values onto pre-printed stock, and a copy for the file.

The stock with emblem and seal is the certificate (社会团体登记管理条例 art 35); what this program
makes by itself is marked so that nobody takes it for one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from qyclient.assets import asset
from qyclient.certificates.rules import MAY_BE_EMPTY, PrintMode
from qyclient.paper.atomic import write_bytes
from qyclient.paper.pdf.boxes import AS_MEASURED, calibration_page, copy_page, values_page
from qyclient.paper.pdf.crosses import cross_page
from qyclient.paper.pdf.overprint import Template
from qyclient.paper.pdf.overprint_file import load
from qyclient.paper.pdf.sheet import Correction, Page, document
from qyclient.progress import Progress, Silent

WATERMARK = "样张 不作证照使用"
FOOTER = "本件由本单位业务系统生成，仅供内部存档和核对，不是登记证书，不具有证照效力。"
RESTORED = "复原 不作证照使用"
RESTORED_FOOTER = "本件按登记和变更记录复原当日内容，仅供查考，不是登记证书，不具有证照效力。"

Job = tuple[Template, Mapping[str, str]]
"""One sheet: the stock, and the values of `rules.printed_values`."""


@cache
def shipped_template(template_id: str) -> Template:
    """Return a template of ours; raises Refused if there is none of that name or it is wrong."""
    return load(asset(f"certificates/{template_id}.json"))


def overprint(
    path: Path,
    template: Template,
    values: Mapping[str, str],
    correction: Correction = AS_MEASURED,
) -> None:
    """Write the page for pre-printed stock: values only, shifted by the printer's correction."""
    write_bytes(path, _made([(template, values)], _overprinted(correction)))


def marked_copy(path: Path, template: Template, values: Mapping[str, str]) -> None:
    """Write the copy for the file (存档件): the same places, with labels and watermark."""
    write_bytes(path, _made([(template, values)], _marked))


def certificate_pdf(
    template: Template,
    values: Mapping[str, str],
    mode: PrintMode,
    correction: Correction = AS_MEASURED,
    code: str | None = None,
) -> bytes:
    """Return the page as the register keeps it: the same values give the same bytes.

    `code` is the signed statement, drawn where the template has room for it.
    """
    return _made([(template, values)], _drawn(mode, correction, code or ""))


def restored_copy(template: Template, values: Mapping[str, str]) -> bytes:
    """Return what a certificate of the past would have said, marked 复原: nobody kept its page."""
    return document(
        "社会组织登记证书（复原）", [copy_page(template, values, RESTORED, RESTORED_FOOTER)]
    )


def print_run(
    path: Path,
    jobs: Iterable[Job],
    mode: PrintMode,
    correction: Correction = AS_MEASURED,
    progress: Progress | None = None,
) -> None:
    """Write many certificates into one file, a page each, in the order they lie in the tray.

    One that cannot be printed stops the run before anything is written.
    """
    counted = _counted([*jobs], progress or Silent())
    write_bytes(path, _made(counted, _drawn(mode, correction)))


def calibration_sheet(path: Path, template: Template, correction: Correction = AS_MEASURED) -> None:
    """Write the sheet for setting a printer (校准页): grid and boxes, to hold to the stock."""
    title = f"{template.name} 校准页"
    write_bytes(path, document(title, [calibration_page(template, correction)]))


def cross_sheet(template: Template) -> bytes:
    """Return the sheet that is held over a blank against the light (对位页)."""
    return document(f"{template.name} 对位页", [cross_page(template)])


def _counted(jobs: list[Job], progress: Progress) -> Iterator[Job]:
    for done, job in enumerate(jobs):
        progress.step(done, len(jobs), job[1].get("name", ""))
        yield job
    progress.step(len(jobs), len(jobs))


_EMPTY = dict.fromkeys(MAY_BE_EMPTY, "")


def _made(jobs: Iterable[Job], draw: Callable[[Template, Mapping[str, str]], Page]) -> bytes:
    # what was certified before a box was thought of has nothing in it
    pages = (draw(template, {**_EMPTY, **values}) for template, values in jobs)
    return document("社会组织登记证书", pages)


def _drawn(
    mode: PrintMode, correction: Correction, code: str = ""
) -> Callable[[Template, Mapping[str, str]], Page]:
    return _marked if mode is PrintMode.MARKED_COPY else _overprinted(correction, code)


def _overprinted(
    correction: Correction, code: str = ""
) -> Callable[[Template, Mapping[str, str]], Page]:
    return lambda template, values: values_page(template, values, correction, code)


def _marked(template: Template, values: Mapping[str, str]) -> Page:
    return copy_page(template, values, WATERMARK, FOOTER)

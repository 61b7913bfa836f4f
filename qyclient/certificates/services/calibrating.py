"""打印机校准: kept per printer, tray and paper, outside every template."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qyclient.certificates.models import Calibration
from qyclient.certificates.rules import PaperSize
from qyclient.certificates.rules.calibration import NEAR, Reading, paper_size, solve
from qyclient.certificates.rules.desk import check_days
from qyclient.errors import Invalid, Refused
from qyclient.paper.pdf.boxes import AS_MEASURED
from qyclient.paper.pdf.sheet import Correction
from qyclient.records.columns import Points
from qyclient.store.listing import standing

_PARTS = ("dx", "dy", "scale_x", "scale_y", "lean_x", "lean_y", "residual")
_EXACT = Decimal("0.0001")


def calibrate(
    session: Session, printer: Mapping[str, str], size: PaperSize, readings: Sequence[Reading]
) -> Calibration:
    """Solve and keep what a tray does wrong; refuse readings that contradict each other.

    `printer` names the printer, its tray and its driver. The one before is void.
    """
    name = printer.get("printer", "").strip()
    if not name:
        raise Invalid({"printer": "请填写打印机"})
    tray = printer.get("tray", "").strip() or "默认"
    try:
        solved = solve(readings)
    except ValueError as problem:
        raise Invalid({"readings": str(problem)}) from problem
    if solved.residual > NEAR:
        raise Invalid(
            {"readings": f"读数互相矛盾（差 {solved.residual:.1f} 毫米），请重新对光读一遍"}
        )
    parts = {key: Decimal(getattr(solved, key)).quantize(_EXACT) for key in _PARTS}
    _correction(parts)  # refuses what no printer needs
    if before := calibration_of(session, name, tray, size):
        before.voided_because = f"{session.info['today']} 重新校准"
    today = session.info["today"]
    made = Calibration(
        printer=name,
        tray=tray,
        paper=size,
        made_on=today,
        check_by=today + timedelta(days=check_days()),
        driver=printer.get("driver", "").strip() or None,
        made_by=session.info["stamp"].operator,
        **{key: Points(value) for key, value in parts.items()},
    )
    session.add(made)
    session.flush()
    return made


def calibration_of(
    session: Session, printer: str, tray: str, size: PaperSize
) -> Calibration | None:
    """Return what counts for a tray; what was found for the printer's usual tray, failing that."""
    mine = (Calibration.printer == printer) & (Calibration.paper == size)
    query = select(Calibration).where(mine, standing(Calibration)).order_by(Calibration.id.desc())
    found = session.scalars(query).all()
    return next((one for one in found if one.tray == (tray or "默认")), None)


def correction_for(session: Session, printer: str, tray: str, size: PaperSize) -> Correction:
    """Return how a page is shifted for a tray; as it is where nobody has calibrated it."""
    found = calibration_of(session, printer, tray, size)
    if found is None:
        return AS_MEASURED
    return _correction({key: getattr(found, key) for key in _PARTS})


def calibration_warning(
    session: Session, printer: str, tray: str, width: float, driver: str
) -> str:
    """Return why a tray should be calibrated before stock is put in; nothing if it need not be.

    `width` is that of the sheet in mm, `driver` what the printer's driver is called today.
    """
    size = paper_size(width)
    found = calibration_of(session, printer, tray, size)
    if found is None:
        return f"打印机“{printer}”的{tray or '默认'}纸盒还没有用{size.label}校准过，请先校准。"
    if found.driver and driver and found.driver != driver:
        return f"打印机驱动已从“{found.driver}”变为“{driver}”，请重新校准。"
    if session.info["today"] > found.check_by:
        return f"上次校准是 {found.made_on}，已过检查日期 {found.check_by}，请重新校准。"
    return ""


def _correction(parts: Mapping[str, Decimal]) -> Correction:
    try:
        return Correction(*(float(parts[key]) for key in _PARTS[:-1]))
    except Refused as no:
        raise Invalid({"readings": str(no)}) from no

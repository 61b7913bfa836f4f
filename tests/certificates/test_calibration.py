"""校准：模拟打偏、缩小、歪斜的打印机，校准之后每一项回到 0.3 毫米以内."""

import random
from datetime import date, timedelta

import pytest
from PIL import Image

from qyclient.certificates.models import Calibration
from qyclient.certificates.reports import certificate_pdf, cross_sheet, shipped_template
from qyclient.certificates.rules import PaperSize, PrintMode
from qyclient.certificates.rules.calibration import Reading, solve
from qyclient.certificates.services import calibrate, calibration_warning, correction_for
from qyclient.errors import Invalid
from qyclient.paper.pdf.crosses import marks
from qyclient.paper.pdf.raster import page_text, pages
from qyclient.paper.pdf.sheet import Correction
from qyclient.records.view import View

DPI = 300
MM = DPI / 25.4
NEAR_MM = 0.3
VALUES = {
    "S_ORIGINAL_2016": "清新区阅读促进会",
    "M_DUPLICATE_2016": "清新区和乐社会工作服务中心",
}
PRINTERS = {
    "shifted": (2.4, -1.7, 1.0, 1.0, 0.0, 0.0),
    "shrunk": (6.2, 5.1, 0.962, 0.958, 0.0, 0.0),
    "stretched": (-1.2, 0.8, 1.011, 1.006, 0.0, 0.0),
    "askew": (0.9, 1.1, 1.0, 1.0, 0.006, -0.006),
    "all at once": (-3.1, 2.6, 0.985, 0.992, -0.004, 0.005),
}
"""What each printer does to a point: the same six numbers as a correction's."""


def through(parts, x, y):
    """Where a printer puts a point."""
    dx, dy, sx, sy, lx, ly = parts
    return dx + sx * x + lx * y, dy + ly * x + sy * y


def back(parts, x, y):
    """Which point a printer puts there."""
    dx, dy, sx, sy, lx, ly = parts
    whole = sx * sy - lx * ly
    return (
        (sy * (x - dx) - lx * (y - dy)) / whole,
        (sx * (y - dy) - ly * (x - dx)) / whole,
    )


def printed(page, parts):
    """What comes out: every point of the page is where the printer puts it."""
    origin, right, down = (back(parts, x / MM, y / MM) for x, y in ((0, 0), (1, 0), (0, 1)))
    rows = [
        part
        for axis in (0, 1)
        for part in (
            (right[axis] - origin[axis]) * MM,
            (down[axis] - origin[axis]) * MM,
            origin[axis] * MM,
        )
    ]
    way, smooth = Image.Transform.AFFINE, Image.Resampling.BICUBIC
    return page.transform(page.size, way, rows, smooth, fillcolor=255)


def readings(template, parts):
    """What a careful clerk reads: where the stock's corner lies on the printed cross's scale."""
    found = []
    for mark in marks(template):
        x, y = back(parts, mark.x, mark.y)
        found.append(Reading(mark.x, mark.y, round(x - mark.x, 1), round(y - mark.y, 1)))
    return found


def ink(page, box):
    """Left, top, right and bottom of the ink near a box, in mm."""
    x, y, w, h = box.x - 3, box.y - 3, box.w + 6, min(box.h, 9) + 3
    part = page.crop(tuple(round(n * MM) for n in (x, y, x + w, y + h)))
    found = part.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    return found and tuple(n / MM + at for n, at in zip(found, (x, y, x, y), strict=True))


def off(one, other):
    """How far two pieces of ink lie from each other, in mm."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def values_for(template):
    return {box.field: "国" if box.w < 20 else "国国国" for box in template.boxes}


def page_of(template, correction=None):
    extra = () if correction is None else (correction,)
    pdf = certificate_pdf(template, values_for(template), PrintMode.OVERPRINT, *extra)
    [page] = pages(pdf, DPI, grey=True)
    return page


@pytest.mark.parametrize("stock", [*VALUES])
@pytest.mark.parametrize("parts", PRINTERS.values(), ids=PRINTERS)
def test_every_box_comes_back_within_three_tenths_of_a_millimetre(stock, parts):
    template = shipped_template(stock)
    solved = solve(readings(template, parts))
    correction = Correction(
        solved.dx, solved.dy, solved.scale_x, solved.scale_y, solved.lean_x, solved.lean_y
    )
    wanted, raw = page_of(template), printed(page_of(template), parts)
    mended = printed(page_of(template, correction), parts)
    assert max(off(ink(mended, box), ink(wanted, box)) for box in template.boxes) < NEAR_MM
    moved = [(ink(raw, box), ink(wanted, box)) for box in template.boxes]
    assert any(found is None or off(found, place) > NEAR_MM for found, place in moved)


def test_the_cross_sheet_says_how_it_is_read():
    template = shipped_template("S_ORIGINAL_2016")
    [text] = page_text(cross_sheet(template))
    for words in ("对位页", "左上角", "右下角", "+15", "-10", "100 毫米"):
        assert words in text
    [page] = pages(cross_sheet(template), DPI, grey=True)
    for mark in marks(template):
        at = (round(mark.x * MM), round(mark.y * MM))
        spot = page.crop((at[0] - 3, at[1] - 3, at[0] + 4, at[1] + 4))
        assert min(spot.tobytes()) < 100


def test_it_is_kept_for_a_tray_and_the_one_before_is_void(county):
    template = shipped_template("S_ORIGINAL_2016")
    told = {"printer": "前台激光机", "tray": "手动", "driver": "HP 5200"}
    for name in ("shifted", "askew"):
        given = readings(template, PRINTERS[name])
        county.write(calibrate, told, PaperSize.A3, given)
    [kept] = [c for c in county.page(Calibration, View()) if c.printer == "前台激光机"]
    assert kept.check_by == date(2026, 3, 2) + timedelta(days=180)
    found = county.read(correction_for, "前台激光机", "手动", PaperSize.A3)
    assert found.lean_x == pytest.approx(-0.006, abs=0.001)
    assert county.read(correction_for, "前台激光机", "", PaperSize.A3) == Correction()
    assert county.read(correction_for, "前台激光机", "手动", PaperSize.A4) == Correction()


def test_it_reminds_when_it_is_old_or_the_driver_is_another(county):
    template = shipped_template("S_ORIGINAL_2016")
    ask = (calibration_warning, "前台激光机", "手动", 420.0)
    assert "还没有用A3 横放校准过" in county.read(*ask, "HP 5200")
    told = {"printer": "前台激光机", "tray": "手动", "driver": "HP 5200"}
    county.write(calibrate, told, PaperSize.A3, readings(template, PRINTERS["shifted"]))
    assert county.read(*ask, "HP 5200") == ""
    assert "请重新校准" in county.read(*ask, "HP 5200 PCL6")

    def age(session):
        for one in session.query(Calibration):
            one.check_by = date(2026, 3, 1)

    county.write(age)
    assert "已过检查日期" in county.read(*ask, "HP 5200")


def test_readings_that_contradict_each_other_are_refused(county):
    template = shipped_template("S_ORIGINAL_2016")
    good = readings(template, PRINTERS["shifted"])
    bad = [Reading(good[0].x, good[0].y, good[0].right + 4, good[0].down), *good[1:]]
    with pytest.raises(Invalid, match="互相矛盾"):
        county.write(calibrate, {"printer": "甲"}, PaperSize.A3, bad)
    far = [Reading(r.x, r.y, r.right + 30, r.down) for r in good]
    with pytest.raises(Invalid, match="±20 毫米以内"):
        county.write(calibrate, {"printer": "甲"}, PaperSize.A3, far)
    line = [Reading(float(n), float(n), 0.0, 0.0) for n in range(4)]
    with pytest.raises(Invalid, match="一条线上"):
        county.write(calibrate, {"printer": "甲"}, PaperSize.A3, line)
    with pytest.raises(Invalid, match="请填写打印机"):
        county.write(calibrate, {}, PaperSize.A3, good)


def test_any_small_error_of_a_printer_is_solved():
    chance, template = random.Random(7), shipped_template("M_DUPLICATE_2016")
    for _ in range(200):
        parts = (
            *(chance.uniform(-8, 8) for _ in range(2)),
            *(chance.uniform(0.95, 1.05) for _ in range(2)),
            *(chance.uniform(-0.01, 0.01) for _ in range(2)),
        )
        solved = solve(readings(template, parts))
        sent = (solved.dx, solved.dy, solved.scale_x, solved.scale_y, solved.lean_x, solved.lean_y)
        for box in template.boxes:
            place = through(parts, *through(sent, box.x, box.y))
            assert off(place, (box.x, box.y)) < NEAR_MM

"""Certificates by the thousand, against a plain reportlab page and against LibreOffice."""

import subprocess
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

from docx import Document
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from qyclient.certificates.reports import certificate_pdf, print_run, shipped_template
from qyclient.certificates.rules import PrintMode
from qyclient.paper.pdf.fonts import Family, first_font
from qyclient.paper.pdf.raster import page_text
from qyclient.progress import Silent
from tests.benchmarks.figures import Figure, rss_mb, seconds

STOCK = "S_ORIGINAL_2016"
_MANY, _APART, _OFFICE = 1000, 200, 60
_SCOPE = "阅读推广、乡村书屋建设、志愿者培训、公益讲座、图书捐赠和交流活动"


def figures(folder):
    """Print many into one file, then each into its own, alone and on two processes."""
    template, jobs = shipped_template(STOCK), certificates(_MANY)
    certificate_pdf(template, jobs[0], PrintMode.OVERPRINT)  # the font is opened once
    before = rss_mb()
    path = folder / "certificates.pdf"
    ours = seconds(_ours, path, template, jobs)
    held = rss_mb() - before
    plain = seconds(_plain, template, jobs)
    office = seconds(_office, folder / "office", template, jobs[:_OFFICE]) / _OFFICE
    apart = seconds(_apart, (STOCK, jobs[:_APART], folder))
    both = _on_two(jobs[:_APART], folder)
    wrong = sum(not _holds(text, job) for text, job in zip(page_text(path), jobs, strict=True))
    return [
        Figure(f"{_MANY:,} certificates in one PDF, against a plain page", ours, plain, 1.5),
        Figure("one certificate of it, against LibreOffice", ours / _MANY, office, 1 / 60),
        Figure("one in its own file, two processes, against LibreOffice", both / _APART, office,
               1 / 25),
        Figure("two processes against one", both, apart, 1 / 1.8),
        Figure(f"memory for {_MANY:,} pages", held, None, 40, " MB"),
        Figure("pages whose text is not what was put in", wrong, None, 0, ""),
        Figure("size of a page", path.stat().st_size / _MANY / 1024, None, 40, " kB"),
    ]  # fmt: skip


def certificates(many):
    """Return the values of this many different certificates."""
    template = shipped_template(STOCK)
    usual = {box.field: box.label for box in template.boxes}
    usual |= {key: "2026" if key.endswith("Y") else "02" for key in usual if "." in key}
    return [
        usual
        | {
            "name": f"清远市清新区第{number}阅读推广促进会",
            "uscc": f"51441803YL{number:08d}",
            "legal_rep": f"张{chr(0x4E00 + number % 3000)}",
            "residence": f"清远市清新区太和镇府前路{number}号",
            "business_scope": f"{_SCOPE}{number}",
        }
        for number in range(many)
    ]


def _ours(path, template, jobs):
    print_run(path, ((template, job) for job in jobs), PrintMode.OVERPRINT, progress=Silent())


def _plain(template, jobs):
    font = first_font(Family.SONG)
    size = (template.paper.w * mm, template.paper.h * mm)
    canvas = Canvas(BytesIO(), pagesize=size, initialFontName=font)
    for job in jobs:
        for box in template.boxes:
            canvas.setFont(font, box.sizes[0])
            canvas.drawString(box.x * mm, (template.paper.h - box.y) * mm, job[box.field])
        canvas.showPage()
    canvas.save()


def _office(folder, template, jobs):
    """Do as offices do: fill a document for each, let one LibreOffice turn all into PDF."""
    folder.mkdir()
    for number, job in enumerate(jobs):
        paper = Document()
        for box in template.boxes:
            paper.add_paragraph(f"{box.label}：{job[box.field]}")
        paper.save(str(folder / f"{number}.docx"))
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    words = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    words += ["--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(words, check=True, capture_output=True, timeout=600)
    if len([*folder.glob("*.pdf")]) != len(jobs):
        raise RuntimeError("LibreOffice did not write every file")


def _apart(given):
    stock, jobs, folder = given
    template = shipped_template(stock)
    for number, job in enumerate(jobs):
        pdf = certificate_pdf(template, job, PrintMode.OVERPRINT)
        Path(folder, f"{job['uscc']}-{number}.pdf").write_bytes(pdf)


def _on_two(jobs, folder):
    half = len(jobs) // 2
    halves = [(STOCK, part, folder) for part in (jobs[:half], jobs[half:])]
    warm = [(STOCK, part[:1], folder) for _s, part, _f in halves]
    with ProcessPoolExecutor(2, get_context("forkserver")) as workers:
        list(workers.map(_apart, warm))
        return seconds(lambda: list(workers.map(_apart, halves)))


def _holds(text, job):
    page = "".join(text.split())
    return all("".join(value.split()) in page for value in job.values())

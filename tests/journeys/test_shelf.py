"""档案：办结归档的办件自己排上架，封面、盒签、目录随时可印."""

from qyclient.organizations.models import ArchivePiece
from qyclient.paper.pdf.raster import page_count, page_text
from qyclient.records.view import View
from ui.kit.print_found import PrintDialog
from ui.matters.shelf_tab import PieceDialog


def seen(clerk, title):
    page = clerk.dialog(PrintDialog)
    clerk.until(lambda: bool(page.preview.images) and clerk.window.jobs.idle)
    assert page.windowTitle().startswith(f"打印：{title}")
    pdf = page.preview.pdf
    page.close()
    page.deleteLater()
    return pdf


def test_what_was_filed_is_found_printed_and_mended(county_clerk):
    clerk = county_clerk
    shelf = clerk.go("档案")
    first = clerk.window.jobs.workspace.page(ArchivePiece, View(order="number"))[0]
    clerk.choose(shelf, first.number)
    clerk.press(shelf, "F4")
    said = "".join("".join(page_text(seen(clerk, "归档封面"))).split())
    assert first.number in said
    assert first.title in said
    clerk.press(shelf, "F2")
    dialog = clerk.dialog(PieceDialog)
    clerk.fill(dialog, pages="12", remark="第3页为复印件")
    clerk.save(dialog)
    shelf.bar.made["box"].trigger()
    pdf = seen(clerk, "盒签、目录、备考表")
    assert page_count(pdf) >= 3
    assert "第3页为复印件" in "".join("".join(page_text(pdf)).split())

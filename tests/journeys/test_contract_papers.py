"""合同文本、公告和台账：能做的点开就是要印的样子，不能做的写着为什么."""

from ui.kit.print_found import PrintDialog


def test_the_papers_of_a_contract_are_offered_with_why_not(county_clerk):
    tab = county_clerk.go("项目合同")
    county_clerk.choose(tab, "QX-2024-007")
    tab.menu = None
    county_clerk.press(tab, "Ctrl+P")
    county_clerk.until(lambda: tab.menu is not None and tab.menu.isVisible())
    actions = {one.text(): one for one in tab.menu.actions()}
    assert not actions["解除合同通知书"].isEnabled()
    assert actions["解除合同通知书"].toolTip() == "合同没有解除"
    tab.menu.close()
    actions["购买服务项目台账"].trigger()
    paper = county_clerk.dialog(PrintDialog)
    assert paper.preview.pdf.startswith(b"%PDF")
    paper.close()


def test_what_a_contract_lacks_for_its_text_is_told(county_clerk):
    tab = county_clerk.go("项目合同")
    county_clerk.choose(tab, "QX-2025-001")
    refused = []
    county_clerk.window.jobs.refused.connect(refused.append)
    tab.menu = None
    county_clerk.press(tab, "Ctrl+P")
    county_clerk.until(lambda: tab.menu is not None and tab.menu.isVisible())
    [text] = [one for one in tab.menu.actions() if one.text() == "购买服务合同"]
    tab.menu.close()
    text.trigger()
    county_clerk.until(lambda: bool(refused))
    assert "请填写违约责任" in str(refused[0])

"""采用样板、改分值、发布、新一版、比较."""

from ui.evaluations.compare_dialog import CompareDialog
from ui.evaluations.tree_dialog import TreeDialog


def test_a_template_is_adopted_changed_and_published(clerk):
    tab = clerk.go("指标")
    tab.adopt("C1")
    clerk.until(lambda: tab.records.rowCount() == 1)
    clerk.choose(tab, "C1-1")
    clerk.press(tab, "F2")
    dialog = clerk.dialog(TreeDialog)
    assert "✓ 各级分值相符，总分 100 分" in dialog.sums.text()

    first = dialog.view.topLevelItem(0).child(0).child(0)
    dialog.view.setCurrentItem(first)
    dialog.form.editor("weight").put("3")
    assert "“1.1 需求与目标”下级合计 3 分，与本级 5 分不符" in dialog.sums.text()
    dialog.add(under=False)
    dialog.form.put({"name": "目标可衡量", "weight": "2", "kind": "定性", "raters": "第三方"})
    assert "✓" in dialog.sums.text()
    clerk.save(dialog)

    clerk.choose(tab, "C1-1")
    clerk.press(tab, "F3")
    clerk.until(lambda: tab.current() is not None and tab.current().status.label == "已发布")
    clerk.until(lambda: not tab.bar.made["edit"].isEnabled())
    assert "新一版" in tab.bar.made["edit"].toolTip()
    tab.bar.made["next"].trigger()
    clerk.until(lambda: tab.records.rowCount() == 2)
    tab.table.selectAll()
    clerk.until(tab.bar.made["compare"].isEnabled)
    tab.bar.made["compare"].trigger()
    assert clerk.dialog(CompareDialog).told.text() == "两版的指标完全相同。"

"""Official papers of evaluations: plan, score form, notices, questionnaire, filled and drawn."""

from collections.abc import Mapping

from qyclient.assets import asset
from qyclient.paper.official.page import official_page
from qyclient.paper.official.text import filled
from qyclient.paper.report import Heading

PAPERS = {
    "plan": "绩效评价方案",
    "notice": "绩效评价结果通知书",
    "rectification": "限期整改通知书",
    "display": "绩效评价结果公示",
    "questionnaire": "服务满意度问卷",
    "tally": "满意度问卷汇总表",
    "draw": "专家抽取记录",
    "fees": "专家签到和劳务费表",
    "score_form": "绩效评价评分表",
}
"""The papers by key; the text of each stands under resources/papers/."""

_NAMES = {
    "contract_no": "合同编号", "body": "承接主体", "score": "得分", "grade": "等级",
    "problems": "问题清单", "rectify_until": "整改期限", "display_until": "公示期",
    "raters": "评委", "parties": "各方评分", "advice": "结果应用建议", "lines": "指标",
    "draws": "专家抽取", "experts": "第三方评委",
    "places": "抽样的村（社区）", "seed": "随机种子",
}  # fmt: skip
"""What is said where a paper lacks it."""


def evaluation_paper(key: str, facts: Mapping[str, str], heading: Heading) -> bytes:
    """Return a paper as PDF; refuse by name what it lacks."""
    return official_page(paper_text(key, facts), heading)


def paper_text(key: str, facts: Mapping[str, str]) -> str:
    """Return the words of a paper, filled."""
    written = asset(f"papers/evaluation_{key}.md").read_text("utf-8")
    return filled(written, facts, _NAMES)

"""A template of 58 leaves, 12 raters, 200 rounds: recomputed and exported, against plain SQL."""

from decimal import Decimal
from random import Random

from qyclient.evaluations.models import EvaluationRound, Rater, Score
from qyclient.evaluations.reports.ranking import write_ranking
from qyclient.evaluations.rules.lists import Occasion, Party
from qyclient.evaluations.rules.tree import leaves
from qyclient.evaluations.services import templates
from qyclient.evaluations.services.reporting import ranking
from qyclient.evaluations.services.result import result_of
from qyclient.papers import heading
from qyclient.store import bulk
from tests.benchmarks.figures import Figure, seconds

ROUNDS, RATERS = 200, 12
GROUPS = ((10, 2), (10, 2), (10, 2), (10, 2), (2, 2), (16, 1))
"""How many leaves each first-level heading has, and how much each weighs: 58, and 100 points."""

_SUM = (
    "SELECT rater.round_id, SUM(score.points) FROM score "
    "JOIN rater ON rater.id = score.rater_id GROUP BY rater.round_id"
)


def figures(workspace, folder):
    """Fill a register with scores, and measure."""
    template = workspace.write(_template).value
    keys = workspace.write(_held, template.id).value
    connection = workspace.database.reader.connect()
    raw = seconds(lambda: connection.exec_driver_sql(_SUM).all())
    one = min(seconds(workspace.read, result_of, key) for key in keys[:5])
    ranked = []
    whole = seconds(lambda: ranked.extend(workspace.read(ranking, template.id)))
    nodes = leaves(workspace.read(templates.tree_of, template.id))
    out = seconds(
        write_ranking, folder / "ranking.xlsx", "排名表", ranked, nodes, heading(workspace)
    )
    connection.close()
    scores = f"{ROUNDS * RATERS * len(nodes):,}"
    return [
        Figure(f"one round of {RATERS} sheets recomputed", one, raw / ROUNDS),
        Figure(f"{ROUNDS} rounds ranked, {scores} scores", whole, raw),
        Figure("the ranked list written", out, raw),
    ]


def _template(session):
    rows = []
    for group, (many, weight) in enumerate(GROUPS, 1):
        whole = {"weight": str(many * weight)}
        rows.append({"number": f"{group}", "name": f"维度{group}", **whole})
        rows.append({"number": f"{group}.1", "name": "要点", **whole})
        rows += [
            {"number": f"{group}.1.{leaf}", "name": f"指标{group}-{leaf}", "kind": "定性",
             "weight": str(weight), "raters": "第三方"}
            for leaf in range(1, many + 1)
        ]  # fmt: skip
    facts = {"code": "B", "name": "基准指标", "purpose": "合同绩效评价", "total": "100"}
    return templates.publish(session, templates.start(session, facts, rows).id)


def _held(session, template):
    chance = Random(12)
    plan = {
        "subject": "基准项目", "occasion": Occasion.FINAL, "template_id": template,
        "state": "SCORED", "organizer": "基准", "purchaser_weight": 0, "third_weight": 100,
        "beneficiary_weight": 0,
    }  # fmt: skip
    rounds = [
        {**plan, "number": f"B{n:04d}", "score": Decimal(chance.randint(600, 990)) / 10}
        for n in range(ROUNDS)
    ]
    keys = bulk.add(session, EvaluationRound, rounds)
    today = session.info["today"]
    raters = [
        {"round_id": key, "name": f"评委{n}", "party": Party.THIRD, "code": f"B{place:04d}-{n:02d}",
         "declared_on": today, "handed_in_on": today}
        for place, key in enumerate(keys)
        for n in range(RATERS)
    ]  # fmt: skip
    nodes = leaves(templates.tree_of(session, template))
    for first in range(0, len(raters), 200):
        part = bulk.add(session, Rater, raters[first : first + 200])
        bulk.add(session, Score, [
            {"rater_id": rater, "indicator_id": node.id,
             "points": Decimal(chance.randint(0, int(node.weight) * 2)) / 2, "reason": "基准"}
            for rater in part
            for node in nodes
        ])  # fmt: skip
    return keys

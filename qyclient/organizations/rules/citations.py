"""依据条款: which articles a paper cites, by the sort of matter, of body, and the day."""

from datetime import date

from qyclient.office.rules.limits import CITED, EVERY, limit


def citation(matter: str, org_type: str, on: date) -> str:
    """Return what a paper of a day cites: the row nearest to its matter and to its body's sort.

    What the office laid down itself goes before what is shipped, as with every rule.
    """
    for key in (matter, EVERY):
        try:
            return limit(CITED + key, on, org_type).citation
        except KeyError:
            continue
    raise KeyError(matter)

"""What travels with the program: the libraries it declares, and all that these need."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.declared import SETTINGS


def shipped():
    """Return the metadata of each library that is shipped, by its name in small letters."""
    found, left = {}, [(line, "") for line in SETTINGS["project"]["dependencies"]]
    while left:
        line, extra = left.pop()
        needed = Requirement(line)
        if needed.marker and not needed.marker.evaluate({"extra": extra}):
            continue
        try:
            known = distribution(needed.name)
        except PackageNotFoundError:
            continue  # of another platform: the lock has what this one needs
        fresh = canonicalize_name(needed.name) not in found
        found[canonicalize_name(needed.name)] = known.metadata
        for wanted in ("", *needed.extras) if fresh or needed.extras else ():
            if fresh or wanted:
                left += [(other, wanted) for other in known.requires or ()]
    return found


def stated(metadata):
    """Return the licence as a library states it; empty where it only brings a file."""
    if expression := metadata.get("License-Expression"):
        return expression
    if (free := metadata.get("License") or "") and "\n" not in free:
        return re.sub(r"\s+", " ", free)
    classes = metadata.get_all("Classifier") or []
    return "、".join(c.split(" :: ")[-1] for c in classes if c.startswith("License ::"))

"""验证网页: one file that any phone or PC opens without a network and that checks codes."""

import json
from collections.abc import Mapping, Sequence

from qyclient.assets import asset
from qyclient.certificates.rules.proof import NOT_A_LICENCE

_SCRIPTS = ("fflate", "nacl", "jsQR")


def verify_page(
    office: str, keys: Sequence[str], labels: Mapping[str, Mapping[str, str]], status_list: str
) -> str:
    """Return the page: the office's public keys, the signed list, and all that reads and checks.

    `labels` are the names of the fields of each stock. Nothing is fetched and nothing is sent;
    there is no camera and no WebCrypto in it.
    """
    text = asset("verify/page.html").read_text("utf-8")
    scripts = "\n".join(
        f"<script>{_safe(asset(f'verify/{name}.js').read_text('utf-8'))}</script>"
        for name in _SCRIPTS
    )
    told = {
        "office": office,
        "keys": [*keys],
        "labels": dict(labels),
        "list": status_list,
        "note": NOT_A_LICENCE,
    }
    data = json.dumps(told, ensure_ascii=False).replace("</", "<\\/")
    return text.replace("/*DATA*/", data).replace("<!--SCRIPTS-->", scripts)


def _safe(script: str) -> str:
    return script.replace("</script", "<\\/script")

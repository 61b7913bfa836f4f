"""Several PDFs as one: pages that were made one by one, for a printer that gets a single file."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2


def joined(parts: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all parts, in their order."""
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        one = pypdfium2.PdfDocument(part)
        whole.import_pages(one)
        one.close()
    out = BytesIO()
    whole.save(out)
    whole.close()
    return out.getvalue()

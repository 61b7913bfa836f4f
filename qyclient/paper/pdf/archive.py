"""存档件: a PDF that can be read in fifty years (PDF/A-1b, ISO 19005-1), with room for a signature.

Fonts are embedded already; what is added is what the standard asks beside: who made it as XMP, what
its colours mean, and nothing that is not of PDF 1.4.
"""

from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from qyclient.assets import asset

SIGNATURE = "OfficeSignature"
"""The field in which an office signs."""

_PRODUCER = "qyclient"
_PRINTED = 4
"""Annotations of PDF/A must be printed, even those that show nothing."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def archival(pdf: bytes, title: str, *, to_be_signed: bool = False) -> bytes:
    """Return a document of ours as PDF/A-1b; the same document gives the same bytes.

    `to_be_signed` leaves an empty field for the signature of the office.
    """
    kit = _pikepdf()
    with kit.open(BytesIO(pdf)) as document:
        for key in [*document.docinfo.keys()]:
            del document.docinfo[key]
        document.docinfo["/Title"], document.docinfo["/Producer"] = title, _PRODUCER
        told = document.make_stream(
            _XMP.format(title=escape(title), producer=_PRODUCER).encode("utf-8")
        )
        told["/Type"], told["/Subtype"] = kit.Name.Metadata, kit.Name.XML
        document.Root["/Metadata"] = told
        document.Root["/OutputIntents"] = kit.Array([_colours(document)])
        if to_be_signed:
            _leave_field(document)
        out = BytesIO()
        modes = kit.ObjectStreamMode
        document.save(out, object_stream_mode=modes.disable, static_id=True, force_version="1.4")
    return out.getvalue()


def _colours(document: Any) -> Any:
    """Say that colours are those of sRGB: greys too are then of a known lightness."""
    kit = _pikepdf()
    profile = document.make_stream(asset("colour/sRGB.icc").read_bytes())
    profile["/N"] = 3
    return kit.Dictionary(
        Type=kit.Name.OutputIntent,
        S=kit.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )


def _leave_field(document: Any) -> None:
    """Put a field on the first page that shows nothing, with the look the standard asks for."""
    kit = _pikepdf()
    nothing = document.make_stream(b"")
    nothing["/Type"], nothing["/Subtype"] = kit.Name.XObject, kit.Name.Form
    nothing["/BBox"] = kit.Array([0, 0, 0, 0])
    field = document.make_indirect(
        kit.Dictionary(
            Type=kit.Name.Annot,
            Subtype=kit.Name.Widget,
            FT=kit.Name.Sig,
            T=SIGNATURE,
            Rect=kit.Array([0, 0, 0, 0]),
            F=_PRINTED,
            AP=kit.Dictionary(N=nothing),
        )
    )
    document.pages[0]["/Annots"] = kit.Array([field])
    document.Root["/AcroForm"] = kit.Dictionary(Fields=kit.Array([field]), SigFlags=3)


@cache
def _pikepdf() -> Any:
    """Load pikepdf when the first copy is made, not at start."""
    return import_module("pikepdf")

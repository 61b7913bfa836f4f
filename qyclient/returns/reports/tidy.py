"""Writing tidy tables: a sheet ready to be pivoted, CSV, and JSON-LD for other registers."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from qyclient.paper.atomic import replacing
from qyclient.paper.report import Heading
from qyclient.records.choices import Choice
from qyclient.records.field import Field
from qyclient.returns.rules.tidy import CODES, DICTIONARY, Value, code_list, columns, dictionary

_LEAST, _MOST = 10, 40


def write_tidy(
    path: Path,
    fields: Sequence[Field],
    options: Mapping[str, type[Choice]],
    records: Iterable[Any],
    heading: Heading,
) -> None:
    """Write a noun as .xlsx: one heading row, a row per record, then dictionary and codes."""
    wanted = columns(fields)
    with replacing(path) as partial:
        given = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        writer = import_module("xlsxwriter")
        with writer.Workbook(str(partial), {**given, "default_date_format": "yyyy-mm-dd"}) as book:
            book.set_properties({"author": heading.operator, "company": heading.office})
            bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
            sheet = book.add_worksheet("数据")
            sheet.freeze_panes(1, 2)
            for number, column in enumerate(wanted):
                width = column.field.width if column.field else _MOST
                sheet.set_column(number, number, min(_MOST, max(_LEAST, width)))
                sheet.write_string(0, number, column.heading, bold)
            last = 0
            for last, record in enumerate(records, 1):
                for number, column in enumerate(wanted):
                    value = column.value(record, masked=not heading.purpose)
                    _put(sheet, (last, number), value, text)
            sheet.autofilter(0, 0, last, len(wanted) - 1)
            _list(book, "数据字典", DICTIONARY, dictionary(fields), bold)
            _list(book, "代码表", CODES, code_list(fields, options), bold)


def write_csv(
    path: Path, fields: Sequence[Field], records: Iterable[Any], heading: Heading
) -> None:
    """Write a noun as CSV in UTF-8 with its mark, so that Excel reads it as Chinese."""
    wanted = columns(fields)
    with replacing(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.heading for column in wanted])
        for record in records:
            values = (column.value(record, masked=not heading.purpose) for column in wanted)
            out.writerow([_harmless(value) for value in values])


def write_json_ld(path: Path, bodies: Iterable[Any], heading: Heading) -> None:
    """Write bodies in the words of the W3C vocabularies org and rov, one after the other."""
    with replacing(path) as partial, partial.open("w", encoding="utf-8") as file:
        file.write('{"@context": ' + json.dumps(_CONTEXT, ensure_ascii=False))
        file.write(f', "dcterms:publisher": {json.dumps(heading.office, ensure_ascii=False)}')
        file.write(', "@graph": [')
        for number, body in enumerate(bodies):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(registered(body), ensure_ascii=False))
        file.write("\n]}\n")


def registered(body: Any) -> dict[str, Any]:
    """Return a body as a rov:RegisteredOrganization; what is not known is left out."""
    code = body.uscc or body.legacy_cert_no
    named = [one for one in (body.former_names, body.abbreviation) if one]
    found = {
        "@id": f"urn:uscc:{body.uscc}" if body.uscc else f"urn:uuid:{body.id}",
        "@type": ["rov:RegisteredOrganization", "org:FormalOrganization"],
        "rov:legalName": body.name,
        "skos:altLabel": named or None,
        "rov:orgType": _concept("org_type", body.org_type),
        "rov:orgStatus": _concept("org_status", body.status),
        "rov:orgActivity": body.industry and _concept("industry", body.industry),
        "org:purpose": body.purpose,
        "rov:registration": code and {
            "@type": "adms:Identifier",
            "skos:notation": code,
            "adms:schemaAgency": body.registration_authority,
            "dcterms:issued": body.established_on and str(body.established_on),
        },
        "org:hasRegisteredSite": body.residence and {
            "@type": "org:Site",
            "org:siteAddress": {"@type": "vcard:Address", "vcard:street-address": body.residence},
        },
        "schema:url": body.website,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def _concept(scheme: str, option: Choice) -> dict[str, str]:
    return {
        "@type": "skos:Concept",
        "skos:inScheme": f"urn:qyclient:{scheme}",
        "skos:notation": option.value,
        "skos:prefLabel": option.label,
    }


def _put(sheet: Any, at: tuple[int, int], value: Value, text: Any) -> None:
    match value:
        case None | "":
            return
        case str():
            sheet.write_string(*at, value, text)
        case date():
            sheet.write_datetime(*at, value)
        case int() | Decimal():
            sheet.write_number(*at, value)


def _list(
    book: Any, name: str, heads: Sequence[str], rows: Iterable[Sequence[str]], bold: Any
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, len(heads) - 1, 24)
    sheet.write_row(0, 0, heads, bold)
    for row, texts in enumerate(rows, 1):
        for number, text in enumerate(texts):
            sheet.write_string(row, number, text)


def _harmless(value: Value) -> str:
    """Return a value as a text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in "=+-@\t\r" and text else text


_CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "rov": "http://www.w3.org/ns/regorg#",
    "adms": "http://www.w3.org/ns/adms#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "schema": "http://schema.org/",
}

"""文书 as they are printed: the words of a paper on A4, by GB/T 9704 where it is a letter."""

from datetime import date
from importlib import import_module

from qyclient.office.models import Office
from qyclient.paper.official.page import official_page
from qyclient.paper.report import Heading


def document_page(words: str, office: Office, dated: date, operator: str) -> bytes:
    """Return a paper as PDF; the same words give the same bytes."""
    return official_page(words, Heading(office.name, operator, dated, dated, office.is_sample))


def document_word(words: str) -> bytes:
    """Return a paper as .docx with the same words, for who goes on writing in WPS."""
    word = import_module("qyclient.paper.official.word")  # loads a library no start needs
    return bytes(word.official_docx(words))

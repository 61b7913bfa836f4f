import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qyclient.paper.reading.extent import Extent

START = b"<sheetData>"


def letters(column):
    return letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column else ""


@given(st.lists(st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384)), min_size=1))
@settings(deadline=None, database=None)
def test_a_hasty_look_never_says_less_than_a_thorough_one(places):
    text = "".join(f'<c r="{letters(column)}{row}"><v>1</v></c>' for row, column in places)
    thorough, hasty = Extent(thorough=True), Extent(thorough=False)
    for extent in (thorough, hasty):
        extent.take(START + text.encode())

    assert thorough.rows == max(row for row, _ in places)
    assert thorough.columns == max(column for _, column in places)
    assert hasty.cells >= thorough.cells


@pytest.mark.parametrize(
    "cell",
    [b'<c r="XFD9" s="1"/>', b'<c r="XFD9" s="1"></c>', b'<c r="XFD9" s="1" />'],
)
def test_a_formatted_empty_cell_is_no_value(cell):
    extent = Extent(thorough=True)
    extent.take(START + b'<c r="B2"><v>1</v></c>' + cell)
    assert (extent.rows, extent.columns) == (2, 2)


def test_a_prefix_and_other_quotes_are_understood():
    extent = Extent(thorough=True)
    extent.take(b"<x:sheetData><x:c s='1' r='xfd1048576'><x:v>1</x:v></x:c>")
    assert extent.corner == "xfd1048576"
    assert extent.cells == 1_048_576 * 16_384


def test_references_outside_a_sheet_do_not_count():
    extent = Extent(thorough=True)
    extent.take(b'<calcChain><c r="XFD1048576" i="1">')
    assert extent.cells == 0

"""Lists as tables: row headers, exact numbers, and a page at a time."""

import pyarrow
from streamlit.testing.v1 import AppTest


def page(count: int) -> None:
    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.tables import Column, page_of, table

    desk = Desk(None, None, "en", None)  # type: ignore[arg-type]
    rows = [(f"*{number}*", number * 1.005) for number in range(count)]
    table(
        desk,
        page_of(desk, rows, key="side"),
        [
            Column("Name", text=lambda row: row[0]),
            Column("Link", markdown=lambda row: f"[{row[0]}](/x)"),
            Column("Amount", number=lambda row: f"{row[1]:.3f} kr"),
        ],
        alt="Amounts by name",
    )


def drawn(count: int, **query: str) -> AppTest:
    test = AppTest.from_function(page, args=(count,))
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def test_where_there_is_nothing_it_is_said_in_words() -> None:
    shown = drawn(0)
    assert (shown.info[0].value, len(shown.table)) == ("Nothing here yet.", 0)


def test_the_first_column_heads_the_rows_and_user_text_stays_text() -> None:
    (frame,) = [each.value for each in drawn(2).table]
    assert (frame.index.name, list(frame.index)) == ("Name", ["\\*0\\*", "\\*1\\*"])
    assert list(frame["Link"]) == ["[*0*](/x)", "[*1*](/x)"]


def test_a_number_is_shown_as_it_is_written_and_not_rounded_again() -> None:
    (table,) = drawn(2).table
    with pyarrow.ipc.open_stream(table.proto.arrow_data.styler.display_values) as written:
        assert written.read_pandas()["Amount"].to_list() == ["0\\.000 kr", "1\\.005 kr"]


def test_a_list_of_one_page_has_no_turner_and_a_longer_one_is_cut() -> None:
    assert len(drawn(25).table[0].value) == 25
    assert not drawn(25).caption
    longer = drawn(26)
    assert (len(longer.table[0].value), longer.caption[0].value) == (25, "26 in all")


def test_the_page_stands_in_the_address() -> None:
    assert list(drawn(26, side="2").table[0].value.index) == ["\\*25\\*"]

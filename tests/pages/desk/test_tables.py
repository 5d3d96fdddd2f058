"""Lists as tables: row headers, exact numbers, and a page at a time."""

from streamlit.testing.v1 import AppTest

from tests.pages.seat import tables


def page(count: int) -> None:
    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.lines import Link
    from portfolio.pages.desk.tables import Column, page_of, table

    desk = Desk(None, None, "en", None)  # type: ignore[arg-type]
    rows = [(f"*<b>{number}*", number * 1.005) for number in range(count)]
    table(
        desk,
        page_of(desk, rows, key="side"),
        [
            Column("Name", text=lambda row: row[0]),
            Column("Link", line=lambda row: (Link(row[0], "/x?a=1&b=2"), " <i>2026-001")),
            Column("Amount", number=lambda row: f"{row[1]:.3f} kr"),
        ],
        alt='Amounts "by" name',
    )


def drawn(count: int, **query: str) -> AppTest:
    test = AppTest.from_function(page, args=(count,))
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def test_where_there_is_nothing_it_is_said_in_words() -> None:
    shown = drawn(0)
    assert (shown.info[0].value, tables(shown)) == ("Nothing here yet.", [])


def test_the_first_column_heads_the_rows_and_user_text_stays_text() -> None:
    (frame,) = tables(drawn(2))
    assert (frame.index.name, list(frame.index)) == ("Name", ["*<b>0*", "*<b>1*"])
    assert list(frame["Link"]) == [
        "[*<b>0*](/x?a=1&b=2) <i>2026-001",
        "[*<b>1*](/x?a=1&b=2) <i>2026-001",
    ]


def test_a_table_has_its_name_and_the_heads_of_its_columns_and_rows() -> None:
    (html,) = drawn(1).get("html")
    for each in (
        '<th scope="row" class="whole">*&lt;b&gt;0*</th>',
        'aria-label="Amounts &quot;by&quot; name"',
        '<th scope="col">Name</th>',
        '<th scope="col" class="number">Amount</th>',
        '<span class="whole">2026-001</span>',
    ):
        assert each in html.proto.body


def test_a_number_is_shown_as_it_is_written_and_not_rounded_again() -> None:
    (frame,) = tables(drawn(2))
    assert list(frame["Amount"]) == ["0.000 kr", "1.005 kr"]


def test_a_list_of_one_page_has_no_turner_and_a_longer_one_is_cut() -> None:
    assert len(tables(drawn(25))[0]) == 25
    assert not drawn(25).caption
    longer = drawn(26)
    assert (len(tables(longer)[0]), longer.caption[0].value) == (25, "26 in all")


def test_the_page_stands_in_the_address() -> None:
    assert list(tables(drawn(26, side="2"))[0].index) == ["*<b>25*"]

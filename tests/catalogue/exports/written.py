"""Workbooks as somebody could write them in a file, for tests that read them."""

from collections.abc import Mapping

from portfolio.catalogue.exports.workbooks import WorkbookSpec

Written = Mapping[str, object]


def text(plain: str) -> Written:
    return {"nb": plain, "nn": plain, "en": plain}


def column(field: str, **more: object) -> Written:
    return {"field": field, "heading": text(field)} | more


def table(*columns: Written, key: str = "data", rows: str = "lines", **more: object) -> Written:
    return {
        "kind": "table",
        "key": key,
        "title": text(key),
        "lead": text("x"),
        "rows": rows,
        "columns": columns,
    } | more


def spec(*sheets: Written, **more: object) -> WorkbookSpec:
    return WorkbookSpec.model_validate(
        {"title": text("t"), "description": text("d"), "sheets": sheets} | more
    )

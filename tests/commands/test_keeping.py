"""The example from the command line: into an empty database, once."""


def test_the_example_goes_into_an_empty_database_once(empty):
    first, second = empty("demo"), empty("demo")
    assert (first.status, first.err) == (0, "")
    assert first.out == "Eksempeldata (oppdiktet) er lagt inn: 24 forslag.\n"
    assert (second.status, second.out) == (1, "")
    assert second.err.startswith("Databasen inneholder allerede opplysninger.")


def test_the_example_in_json(empty):
    assert empty("demo", "--json").json == {"proposals": 24}
    assert [each["kind"] for each in empty("demo", "--json").json["refused"]] == ["NotEmpty"]

"""The files that commands read and write, and what is said when that does not go."""

import pytest

from portfolio.commands.files import NoSuchFile, NotWritten, content_of, write


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Filen {} kan ikke skrives"),
        ("nn", "Fila {} kan ikkje skrivast"),
        ("en", "The file {} cannot be written"),
    ],
)
@pytest.mark.parametrize("command", [("export", "funding"), ("template",)])
def test_a_file_that_cannot_be_written_is_refused_in_words(run, tmp_path, command, language, said):
    path = tmp_path / "nowhere" / "bok.xlsx"
    ended = run(*command, "--out", path, "--language", language)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(said.format(path))


def test_what_is_written_is_what_is_read(tmp_path):
    write(str(tmp_path / "å.bin"), b"\x00\xff")
    assert content_of(tmp_path / "å.bin") == b"\x00\xff"


def test_a_folder_can_neither_be_read_nor_written_over(tmp_path):
    with pytest.raises(NoSuchFile):
        content_of(tmp_path)
    with pytest.raises(NotWritten):
        write(str(tmp_path), b"")

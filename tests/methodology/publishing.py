"""What is left to publish: asked by the test that tells whoever writes a method which line to add."""

from pathlib import Path

from portfolio.catalogue.methods import FOLDER, seals


def unpublished(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the method files that are not published; rounds cannot use them."""
    published = seals(folder)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.yaml"))
    return tuple(file for file in files if file not in published and not file.startswith("cases/"))

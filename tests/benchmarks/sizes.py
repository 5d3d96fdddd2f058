"""How large the modules and functions are: the median and the largest, in lines.

Run `python -m tests.benchmarks.sizes`. Empty modules and migrations do not count.
"""

import ast
from pathlib import Path
from statistics import median

CODE = Path(__file__).parents[2] / "portfolio"


def main() -> None:
    """Print the figures."""
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in CODE.rglob("*.py")
        if "migrations" not in path.parts
    }
    modules = {
        str(path.relative_to(CODE)): len(text.splitlines()) for path, text in texts.items() if text.strip()
    }
    functions = {
        f"{path.relative_to(CODE)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, text in texts.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    for what, sizes in (("modules", modules), ("functions", functions)):
        largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
        print(f"{len(sizes)} {what}, median {median(sizes.values()):g}, largest:")
        for name in largest:
            print(f"  {sizes[name]:4} {name}")


if __name__ == "__main__":
    main()

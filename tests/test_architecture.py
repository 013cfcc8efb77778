"""Which folder may import what, who may talk to a terminal, and how large things may grow."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = {"access", "bank", "brand", "events", "scoring", "discovery", "storage", "theme", "report"}

# Folder: (ours it may import, outside packages it may import). docs/architecture.md says the same.
MAY_IMPORT = {
    "bank": (set(), {"yaml"}),
    "scoring": ({"bank"}, set()),
    "discovery": ({"scoring", "bank"}, set()),
    "events": (set(), set()),
    "storage": ({"scoring", "bank", "events"}, {"sqlalchemy", "alembic", "psycopg"}),
    "access": ({"events"}, {"argon2", "limits"}),
    "theme": (set(), set()),
    "brand": ({"bank", "theme"}, set()),
    "report": (
        {"discovery", "scoring", "bank", "brand", "theme"},
        {"reportlab", "uharfbuzz", "bidi", "tqdm"},
    ),
    "ui": (CORE, {"streamlit", "altair", "pandas"}),
    "pages": (CORE | {"ui"}, {"streamlit"}),
    "web": (CORE, {"starlette", "uvicorn", "prometheus_client", "pythonjsonlogger"}),
    "app": (CORE | {"ui", "web"}, {"streamlit", "altair", "pandas"}),
}
PURE = ("bank", "scoring", "discovery")
TALKS = {"print", "input", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
TALKS |= {"stdout", "stderr", "stdin"}


def sources(root, rooms=tuple(MAY_IMPORT)):
    """Yield (room, path) of every Python file of these rooms; a room is a folder or one file."""
    for room in rooms:
        for path in [root / f"{room}.py", *sorted((root / room).rglob("*.py"))]:
            if path.exists():
                yield room, path


def imported(path, root):
    """Yield (line, top-level name) of every import; a relative one names its own room."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            own = path.relative_to(root).parts[0]
            yield node.lineno, own if node.level else (node.module or "").split(".")[0]


def wrong_imports(root):
    for room, path in sources(root):
        ours, outside = MAY_IMPORT[room]
        allowed = ours | outside | sys.stdlib_module_names
        allowed |= set() if room == "pages" else {room}
        for line, name in imported(path, root):
            if name not in allowed:
                yield f"{path.relative_to(root)}:{line}: {room} may not import {name}"


def wrong_talk(root):
    for room, path in sources(root):
        if room in PURE and path.name != "__main__.py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = getattr(node, "id", getattr(node, "attr", None))
                if isinstance(node, ast.Name | ast.Attribute) and name in TALKS:
                    where = f"{path.relative_to(root)}:{node.lineno}"
                    yield f"{where}: only __main__.py may use {name}; hand it the text instead"


def too_large(root):
    for room, path in sources(root, (*MAY_IMPORT, "benchmarks")):
        text = path.read_text("utf-8")
        name, lines = path.relative_to(root), len(text.splitlines())
        if lines > (limit := 80 if room == "pages" else 250):
            yield f"{name}: {lines} lines, and {limit} is the limit; it may be two things"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 40:
                    yield f"{name}:{node.lineno}: {node.name} has {length} lines; 40 is the limit"


def test_nothing_in_ui_hides_another_module():
    # Streamlit puts the script's folder first on the import path: ui/theme.py would hide theme.py.
    others = set(sys.stdlib_module_names) | set(MAY_IMPORT).union(
        *(o for _, o in MAY_IMPORT.values())
    )
    assert {path.stem for path in (ROOT / "ui").glob("*")} & others == set()


@pytest.mark.parametrize("rule", [wrong_imports, wrong_talk, too_large])
def test_every_file_keeps_the_rule(rule):
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize(
    ("file", "text", "rule", "complaint"),
    [
        ("bank/a.py", "import streamlit", wrong_imports, "bank/a.py:1: bank may not import stream"),
        ("bank/a.py", "from scoring import s", wrong_imports, "bank may not import scoring"),
        ("report/a.py", "import storage.a", wrong_imports, "report may not import storage"),
        ("storage/a.py", "import report", wrong_imports, "storage may not import report"),
        ("pages/a.py", "from pages import b", wrong_imports, "pages may not import pages"),
        ("pages/a.py", "from . import b", wrong_imports, "pages may not import pages"),
        ("web/a.py", "def f():\n import ui", wrong_imports, "web/a.py:2: web may not import ui"),
        ("scoring/a.py", "print(1)", wrong_talk, "scoring/a.py:1: only __main__.py may use print"),
        ("bank/a.py", "p.read_text()", wrong_talk, "only __main__.py may use read_text"),
        ("pages/a.py", "x = 1\n" * 81, too_large, "pages/a.py: 81 lines, and 80 is the limit"),
        ("ui/a.py", "def f():\n" + " f()\n" * 40, too_large, "ui/a.py:1: f has 41 lines"),
    ],
)
def test_a_broken_rule_is_reported_with_its_file(tmp_path, file, text, rule, complaint):
    (tmp_path / file).parent.mkdir()
    (tmp_path / file).write_text(text, "utf-8")
    (report,) = rule(tmp_path)
    assert complaint in report


def test_what_the_table_allows_passes(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/a.py").write_text("import json, yaml\nfrom .b import c", "utf-8")
    (tmp_path / "bank/__main__.py").write_text("print(open(0).read())", "utf-8")
    assert [fault for rule in (wrong_imports, wrong_talk) for fault in rule(tmp_path)] == []

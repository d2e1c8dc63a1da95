"""The English catalogue beside the French sentences in the code: complete, exact, compiled.

`./dev check` runs `python -m tests.support.catalogue`; with `--write` it brings accueil.po up to
date (new sentences without translation, vanished ones removed) and compiles accueil.mo.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES" / "accueil.po"
HOLE = re.compile(r"\{(\w*)")
METADATA = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


class Sentence(NamedTuple):
    """One sentence as the code holds it; `plural` is empty when it has none."""

    singular: str
    plural: str


class Found(NamedTuple):
    """The sentences of some code, where they are, and what is wrong with how they are asked for."""

    sentences: dict[Sentence, list[str]]
    troubles: list[str]


def sentences_of(folder: Path) -> Found:
    """Read every `_("…")` and `n_("…", "…", n)` below a folder."""
    found = Found({}, [])
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        place = str(path.relative_to(folder.parent).as_posix())
        for call, at_import in calls_of(tree, at_import=True):
            texts = texts_of(call)
            wanted = 1 if isinstance(call.func, ast.Name) and call.func.id == "_" else 2
            if len(texts) < wanted:
                found.troubles.append(f"{place}:{call.lineno}: not a plain text in _() or n_()")
                continue
            if at_import:
                found.troubles.append(f"{place}:{call.lineno}: said at import, not when shown")
            sentence = Sentence(texts[0], texts[1] if wanted == 2 else "")
            found.sentences.setdefault(sentence, []).append(place)
    return found


def calls_of(node: ast.AST, at_import: bool) -> Iterator[tuple[ast.Call, bool]]:
    """Calls of `_` and `n_`, and whether they happen when the module is imported."""
    inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from calls_of(child, at_import and not inside)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "n_"}
    ):
        yield node, at_import


def texts_of(call: ast.Call) -> list[str]:
    constants = (node.value for node in call.args if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def troubles_of(found: Found, catalogue: polib.POFile) -> Iterator[str]:
    """What keeps the catalogue from saying in English all that the code says in French."""
    yield from found.troubles
    entries = {Sentence(entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    for sentence, places in found.sentences.items():
        if sentence not in entries:
            yield f"{places[0]}: no English for “{sentence.singular}”"
    for sentence, entry in entries.items():
        said = list(entry.msgstr_plural.values()) if sentence.plural else [entry.msgstr]
        if sentence not in found.sentences:
            yield f"nobody says “{sentence.singular}” any more"
        elif not all(said) or entry.fuzzy:
            yield f"not translated: “{sentence.singular}”"
        elif any(holes(text) - holes(*sentence) for text in said):
            yield f"another {{…}} in the English of “{sentence.singular}”"


def troubles_with(found: Found, path: Path) -> Iterator[str]:
    """The same for the catalogue at `path`, which must be there, and compiled beside itself."""
    compiled = path.with_suffix(".mo")
    missing = [file.name for file in (path, compiled) if not file.exists()]
    if missing:
        yield f"no catalogue: {', '.join(missing)} missing from {path.parent.as_posix()}"
        yield from found.troubles
        return
    catalogue = polib.pofile(str(path))
    yield from troubles_of(found, catalogue)
    if catalogue.to_binary() != compiled.read_bytes():
        yield f"{compiled.name} is older than {path.name}"


def holes(*texts: str) -> set[str]:
    return {name for text in texts for name in HOLE.findall(text)}


def write(found: Found, path: Path) -> None:
    """Bring the catalogue at `path` up to date with the code and compile it beside."""
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {Sentence(entry.msgid, entry.msgid_plural): entry for entry in old}
    new = polib.POFile(wrapwidth=100)
    new.metadata = METADATA
    for sentence, places in found.sentences.items():
        entry = known.get(sentence) or polib.POEntry(
            msgid=sentence.singular,
            msgid_plural=sentence.plural,
            msgstr_plural={0: "", 1: ""} if sentence.plural else {},
        )
        entry.occurrences = [(place, "") for place in sorted(set(places))]
        new.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))
    new.save_as_mofile(str(path.with_suffix(".mo")))


def main(arguments: list[str]) -> int:
    found = sentences_of(ROOT / "desktop_app")
    if "--write" in arguments:
        write(found, CATALOGUE)
    troubles = list(troubles_with(found, CATALOGUE))
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

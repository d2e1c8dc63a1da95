"""The accessible copy of a sheet: a tagged PDF (PDF/UA-1) made of its outline.

Titles are titles, tables have headers, the text is in the order it is read, the language is said,
the type is 12 points. Typst writes it, with the bundled fonts only and nothing of this machine; it
is loaded when the first copy is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.documents.outline import Grid, Heading, Items, Outline, Sentence
from desktop_app.documents.sheet import Document
from desktop_app.documents.type import load_faces
from desktop_app.wording import _

_FAMILY = "Inter Tabular"
_SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.author, date: none)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 22mm),
  footer: context [
    #set text(size: 9pt, fill: rgb("#4A5560"))
    #data.foot #h(1fr) #data.page #counter(page).display()/#counter(page).final().first()
  ],
)
#set text(font: data.font, size: 12pt, lang: data.lang, fill: rgb("#1C2733"))
#set par(leading: 0.65em, spacing: 1em)
#set table(
  stroke: (x, y) => (bottom: if y == 0 { 1pt + rgb("#1C2733") } else { 0.5pt + rgb("#8C8578") }),
  inset: (x: 4pt, y: 5pt),
  align: left + top,
)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show table.cell.where(y: 0): set text(weight: "semibold")
#heading(level: 1, data.title)
#for block in data.blocks {
  if block.kind == "heading" { heading(level: block.level, block.words) }
  else if block.kind == "sentence" { par(block.words) }
  else if block.kind == "items" { list(..block.items) }
  else {
    table(
      columns: block.columns.map(part => if part == 0 { auto } else { part * 1fr }),
      table.header(..block.head),
      ..block.rows.flatten(),
    )
  }
}
#context [#metadata(counter(page).final().first()) <pages>]
"""
_SHORT = 20
"""Columns whose cells are no longer than this take what they need; the others share the rest."""


def render(outline: Outline, fonts: Path) -> Document:
    """The outline as a tagged PDF. fonts: the folder of the bundled fonts."""
    import typst

    asked: dict[str, Any] = {
        "ignore_system_fonts": True,
        "font_paths": [str(fonts / "paper")],
        "sys_inputs": {"data": load_faces(fonts).strong.shown(_as_json(outline))},
    }
    source = _SOURCE.encode("utf-8")
    pdf = typst.compile(source, format="pdf", pdf_standards=["ua-1"], timestamp=0, **asked)
    pages = json.loads(typst.query(source, "<pages>", field="value", one=True, **asked))
    return Document(bytes(pdf), int(pages))


def _as_json(outline: Outline) -> str:
    return json.dumps(_plain(outline), ensure_ascii=False)


def _plain(outline: Outline) -> dict[str, Any]:
    return {
        "title": outline.title,
        "author": outline.author,
        "lang": outline.language,
        "font": _FAMILY,
        "foot": outline.foot,
        "page": _("page"),
        "blocks": list(_blocks(outline)),
    }


def _blocks(outline: Outline) -> Iterator[dict[str, Any]]:
    for block in outline.blocks:
        if isinstance(block, Heading):
            yield {"kind": "heading", "level": block.level, "words": block.words}
        elif isinstance(block, Sentence):
            yield {"kind": "sentence", "words": block.words}
        elif isinstance(block, Items):
            yield {"kind": "items", "items": block.items}
        else:
            yield {
                "kind": "grid",
                "head": block.head,
                "rows": block.rows,
                "columns": _shares(block),
            }


def _shares(grid: Grid) -> list[int]:
    """For each column how much of the rest it takes; 0 for one that takes what it needs."""
    longest = [max(map(len, column)) for column in zip(grid.head, *grid.rows, strict=True)]
    return [0 if most <= _SHORT else min(most, 3 * _SHORT) for most in longest]

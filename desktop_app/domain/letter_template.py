"""The text of a letter with its blanks: “Nous confirmons la salle {salle}, le {date}.”

Plain text that a manager may rewrite: an empty line ends a paragraph, `# ` begins a title, `- ` an
item of a list, `[signatures]` leaves room to sign. A blank nobody knows is refused before anything
is printed. Everyone may enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from desktop_app.domain.refusals import Refusal
from desktop_app.domain.search_text import fold

LONGEST = 6000
"""Characters of a template: two pages and more."""

TITLE, ITEM, TEXT, BLANK, SIGNATURES = "title", "item", "text", "blank", "signatures"


class Blank(NamedTuple):
    """A place to be filled. Both names are understood in every template."""

    code: str
    french: str
    english: str


BLANKS = (
    Blank("venue", "lieu", "venue"),
    Blank("today", "date_du_jour", "today"),
    Blank("organisation", "association", "organisation"),
    Blank("rna", "rna", "rna"),
    Blank("siren", "siren", "siren"),
    Blank("title", "objet", "title"),
    Blank("kind", "nature", "kind"),
    Blank("status", "statut", "status"),
    Blank("day", "date", "day"),
    Blank("hours", "horaire", "hours"),
    Blank("room", "salle", "room"),
    Blank("floor", "etage", "floor"),
    Blank("most", "effectif_maximal", "most_people"),
    Blank("heads", "effectif", "people"),
    Blank("layout", "disposition", "layout"),
    Blank("equipment", "equipement", "equipment"),
    Blank("responsible", "responsable", "responsible"),
    Blank("contact", "contact", "contact"),
    Blank("phone", "telephone", "phone"),
    Blank("option_until", "option_jusqu_au", "option_until"),
    Blank("rule", "rythme", "rhythm"),
    Blank("first_day", "debut", "first_day"),
    Blank("last_day", "fin", "last_day"),
    Blank("dates", "dates", "dates"),
    Blank("insurance_until", "assurance_jusqu_au", "insurance_until"),
    Blank("agreement_until", "convention_jusqu_au", "agreement_until"),
    Blank("cancellation_days", "delai_annulation", "cancellation_days"),
)
_CODES = {name: blank.code for blank in BLANKS for name in (blank.french, blank.english)}
_PIECES = re.compile(r"(\{[^{}]*\})")
_EMPTY_BRACKETS = re.compile(r"[ \u00a0]*\([ \u00a0]*\)")
_SIGNATURES = frozenset({"[signatures]", "[signature]"})


class Line(NamedTuple):
    """One line of a template: words and blanks in turn; a blank is its code in braces."""

    kind: str
    pieces: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(piece[1:-1] for piece in self.pieces if piece.startswith("{"))


@dataclass(frozen=True, slots=True)
class Template:
    """A text that was read and whose blanks are all known."""

    lines: tuple[Line, ...]

    @property
    def codes(self) -> frozenset[str]:
        """Every blank it asks for."""
        return frozenset(code for line in self.lines for code in line.codes)


class Paragraph(NamedTuple):
    """A piece of the finished letter. kind: `title`, `item`, `text` or `signatures`."""

    kind: str
    words: str


def names_of_blanks(language: str) -> tuple[str, ...]:
    """The names a manager may write, in this language: “{salle}”."""
    french = language == "fr"
    return tuple(f"{{{blank.french if french else blank.english}}}" for blank in BLANKS)


def read_template(text: str, *, field: str | None = None) -> Template:
    """Read a template.

    Raises `template_empty`, `text_too_long`, `blank_unknown` (with its line and the nearest known
    name) and `brace_alone`.
    """
    if not text.strip():
        raise Refusal("template_empty", field=field)
    if len(text) > LONGEST:
        raise Refusal("text_too_long", field=field, longest=LONGEST)
    lines = enumerate(text.strip().splitlines(), start=1)
    return Template(tuple(_read_line(line.strip(), number, field) for number, line in lines))


def _read_line(line: str, number: int, field: str | None) -> Line:
    if not line:
        return Line(BLANK, ())
    if line.lower() in _SIGNATURES:
        return Line(SIGNATURES, ())
    kind = TEXT
    for mark, named in (("# ", TITLE), ("- ", ITEM), ("– ", ITEM), ("• ", ITEM)):
        if line.startswith(mark):
            kind, line = named, line[len(mark) :].strip()
    pieces = []
    for place, piece in enumerate(_PIECES.split(line)):
        if place % 2:
            pieces.append(f"{{{_code_of(piece, number, field)}}}")
        elif "{" in piece or "}" in piece:
            raise Refusal("brace_alone", field=field, line=number)
        elif piece:
            pieces.append(piece)
    return Line(kind, tuple(pieces))


def _code_of(piece: str, number: int, field: str | None) -> str:
    """The blank somebody means by “{Équipement}” or “{date du jour}”."""
    said = piece[1:-1]
    name = fold(said).replace(" ", "_")
    if name in _CODES:
        return _CODES[name]
    near = get_close_matches(name, _CODES, n=1)
    raise Refusal(
        "blank_unknown", field=field, name=said, line=number, near=near[0] if near else ""
    )


def fill(template: Template, values: Mapping[str, str | Iterable[str]]) -> tuple[Paragraph, ...]:
    """The letter. A line that has blanks, none of which has a value, is left out.

    A blank with several values (`dates`) alone on an item's line makes an item of each. Lines that
    follow one another are one paragraph.
    """
    said = {
        code: value if isinstance(value, str) else tuple(value) for code, value in values.items()
    }
    paragraphs: list[Paragraph] = []
    open_text: list[str] = []
    for line in template.lines:
        if line.kind != TEXT and open_text:
            paragraphs.append(Paragraph(TEXT, " ".join(open_text)))
            open_text = []
        for words in _filled(line, said):
            if line.kind == TEXT:
                open_text.append(words)
            elif line.kind != BLANK:
                paragraphs.append(Paragraph(line.kind, words))
    if open_text:
        paragraphs.append(Paragraph(TEXT, " ".join(open_text)))
    return tuple(paragraphs)


def _filled(line: Line, said: Mapping[str, str | tuple[str, ...]]) -> tuple[str, ...]:
    codes = line.codes
    if codes and not any(said.get(code) for code in codes):
        return ()
    several = said.get(codes[0], "") if len(line.pieces) == len(codes) == 1 else ""
    if isinstance(several, tuple) and line.kind == ITEM:
        return several
    words = "".join(_value(piece, said) for piece in line.pieces)
    # What stood around an empty blank would be left hanging: “Bureau 1, ”, “salle Agora ()”.
    return (_EMPTY_BRACKETS.sub("", words).rstrip(" ,") if codes else words,)


def _value(piece: str, said: Mapping[str, str | tuple[str, ...]]) -> str:
    if not piece.startswith("{"):
        return piece
    value = said.get(piece[1:-1], "")
    return value if isinstance(value, str) else ", ".join(value)

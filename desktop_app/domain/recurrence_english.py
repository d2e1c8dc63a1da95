"""Rules typed in English: “first Thursday of the month, except school holidays”.

For `recurrence_words`, whose grammar is French: an English sentence is put into French phrase by
phrase, and what is not known stays as it is, to be named as not understood. A sentence without an
English word of rhythm is left alone, so that nothing French is ever changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.domain.calendar_words import DATE_WORDS, MONTH_WORD

_DAYS = dict(
    zip(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        strict=True,
    )
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NTHS = {
    "first": "1er",
    "second": "2e",
    "third": "3e",
    "fourth": "4e",
    "fifth": "5e",
    "last": "dernier",
}
_PARITY = {"even": "semaines paires", "odd": "semaines impaires"}
_ENGLISH = re.compile(
    rf"\b(?:every|each|(?:{'|'.join(_DAYS)})s?|daily|weekly|fortnightly|monthly|yearly"
    r"|(?:even|odd)(?: iso)? weeks?|of the month)\b"
)

_DAY = f"(?:{'|'.join(_DAYS.values())})s?"
_N = r"(?P<n>\d{1,3})"
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)|1er|[2-5]e|dernier|avant-dernier)"
_MONTH_DAY = r"(?:the \d{1,2}(?:st|nd|rd|th)|le dernier jour)"
_AND = "(?:, and |, | and )"
_MONTH_DAYS = f"{_MONTH_DAY}(?:{_AND}{_MONTH_DAY})*"
_HOUR = r"\d{1,2}(?:(?: ?h ?|[:.])(?:\d{2})?)?"

Said = str | Callable[[re.Match[str]], str]

# In this order: what is longer or more precise comes before its parts.
_PHRASES: tuple[tuple[str, Said], ...] = (
    (rf"\b({'|'.join(_DAYS)})(s?)\b", lambda found: _DAYS[found[1]] + found[2]),
    (r"\blast but one\b", "avant-dernier"),
    (rf"\b(?:{'|'.join(_NUMBERS)})\b", lambda found: str(_NUMBERS.index(found[0]) + 1)),
    # Days with their month are dates, not ranks within a month.
    (rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH_WORD})", r"\1 \2"),
    (r"\bnext day\b", "lendemain"),
    (rf"\bevery (?:other|second|2nd) ({_DAY})(?! of)\b", r"un \1 sur 2"),
    (
        r"\b(?:every (?:other|second|2nd) week|every fortnight|fortnightly)\b",
        "toutes les 2 semaines",
    ),
    (rf"\bevery {_N} weeks\b", r"toutes les \g<n> semaines"),
    (rf"\bevery {_N} months\b", r"tous les \g<n> mois"),
    (rf"\bevery {_N} years\b", r"tous les \g<n> ans"),
    (rf"\bevery {_N} days\b", r"tous les \g<n> jours de date a date"),
    (r"\b(?:every|each) (?:weekday|working day)\b|\bon weekdays\b", "du lundi au vendredi"),
    (r"\b(?:every|each) day\b|\bdaily\b", "chaque jour"),
    (r"\b(?:every|each) week\b|\bweekly\b", "chaque semaine"),
    (r"\b(?:every|each) year\b|\byearly\b", "chaque annee"),
    (r"\b(?:in |of |on )?(even|odd)(?: iso)? weeks\b", lambda found: _PARITY[found[1]]),
    (r"\b(?:of|in) (?:the|each|every) month\b", "du mois"),
    (r"\b(?:every|each) month\b|\bmonthly\b", "chaque mois"),
    (r"\bthe last day\b", "le dernier jour"),
    (rf"\b(?:{'|'.join(_NTHS)})\b", lambda found: _NTHS[found[0]]),
    (
        rf"\b{_NTH}(?:{_AND}(?:the )?{_NTH})* (?={_DAY}\b)",
        lambda found: re.sub(r"\bthe ", "", _ranks(found[0])),
    ),
    (
        rf"(\btous les \d+ mois,? (?:on )?{_MONTH_DAYS})(?! ?du mois|{_AND}the )",
        r"\1 du mois",
    ),
    (r"\bthe (\d{1,2})(?:st|nd|rd|th)\b", lambda found: f"le {_day_number(found[1])}"),
    (rf"\bfrom ({MONTH_WORD}) (?:to|until) ({MONTH_WORD})", r"de \1 a \2"),
    (rf"\bfrom ({DATE_WORDS}) (?:to|until|till) ({DATE_WORDS})", r"du \1 au \2"),
    (rf"\b(?:from )?({_DAY}) to ({_DAY})\b", r"du \1 au \2"),
    (rf"\b(?:from |between )?({_HOUR}) (?:to|until|and) ({_HOUR})\b(?! ?{MONTH_WORD})", r"\1 - \2"),
    (rf"\b(?:from|since|starting|starting on|starting from) (?={DATE_WORDS})", "a partir du "),
    (rf"\b(?:until|till|up to) (?:the )?end of (?={MONTH_WORD})", "jusqu'a fin "),
    (rf"\b(?:until|till|up to) (?={MONTH_WORD}|{DATE_WORDS})", "jusqu'au "),
    (r"\b(?:except|excluding|outside|but not)(?: during| on| in)?\b", "sauf"),
    (r"\bschool holidays\b", "vacances scolaires"),
    (r"\b(?:public|bank) holidays\b", "jours feries"),
    (r"\bclosures\b", "fermetures"),
    (rf"\bof (?={MONTH_WORD})", "de "),
    (rf"\bin (?={MONTH_WORD})", "en "),
    (r"\b(?:and also|as well as)\b", "plus"),
    (rf"\b{_N} times\b", r"\g<n> fois"),
    (r"\bonce\b(?! a)", "1 fois"),
    (r"\b(?:discreet listing|discreetly|discreet)\b", "affichage discret"),
    (r"\b(?:every|each)\b", "chaque"),
    (r"\bthe (?=1er|[2-5]e|dernier|avant)", ""),
    (rf"\bon (?=le |chaque |{_DAY}|{_NTH})", ""),
    (r"\band\b", "et"),
)
_COMPILED = tuple((re.compile(phrase), said) for phrase, said in _PHRASES)


def into_french(sentence: str) -> str:
    """A plain sentence (`typed_text.plain`) in the words `recurrence_words` knows."""
    if _ENGLISH.search(sentence) is None:
        return sentence
    for phrase, said in _COMPILED:
        sentence = phrase.sub(said, sentence)
    return sentence


def _day_number(number: str) -> str:
    return "1er" if number == "1" else number


def _ranks(words: str) -> str:
    """“1st and 3rd” → “1er and 3e”."""
    return re.sub(
        r"(\d)(?:st|nd|rd|th)", lambda found: "1er" if found[1] == "1" else f"{found[1]}e", words
    )

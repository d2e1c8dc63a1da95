"""A rule told back: “chaque 1er et 3e mardi du mois, de 14 h à 17 h, sauf vacances scolaires…”.

A rule is a small grammar, not one sentence: each language has its own room (`rules_french`,
`rules_english`) and says it in clauses, a comma between. What is said in French is read back by
`domain.recurrence_words` into the same rule; a test proves it.
"""

from __future__ import annotations

from datetime import time

from desktop_app.domain.recurrence_rule import Rule
from desktop_app.wording import language
from desktop_app.wording.rules_english import english_clauses
from desktop_app.wording.rules_french import french_clauses


def say_rule(rule: Rule, hours: tuple[time, time] | None = None) -> str:
    """The whole rule, and its hours when they are given, in the language in use."""
    clauses = french_clauses if language() == "fr" else english_clauses
    return ", ".join(clause for clause in clauses(rule, hours) if clause)

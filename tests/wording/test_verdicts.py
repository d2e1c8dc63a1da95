"""What the panel says of each verdict: the venue's own words, and always what to do next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.checkin import decide
from desktop_app.domain.verdicts import Code, Verdict
from desktop_app.wording.verdicts import say_verdict
from tests.domain.checkin_cases import AFTERNOON, AWA, EVENING, facts, instant, on, session

TONIGHT = EVENING._replace(title="Nuit de la Solidarité – responsable d’équipe")
SPACE = "\u00a0"


@pytest.mark.parametrize("code", Code)
def test_every_verdict_has_a_headline_and_a_next_step(code: Code):
    said = say_verdict(Verdict(code, instant("13:50"), AWA, AFTERNOON), AWA.name)
    assert said.headline == "Awa d’Hérouville-Test"
    assert said.line
    assert said.next_step or code is Code.OK
    assert say_verdict(Verdict(code, instant("13:50")), "").headline == (
        say_verdict(Verdict(code, instant("13:50")), "x").line
    )


@pytest.mark.parametrize(
    ("known", "hour", "line"),
    [
        (facts(on(AFTERNOON)), "13:50", "Bienvenue — Agora B, 14 h"),
        (facts(on(AFTERNOON, "enrolled", "13:46")), "13:50", "Déjà enregistré à 13 h 46"),
        (
            facts(on(TONIGHT), running=(AFTERNOON,)),
            "13:50",
            (
                "Inscription à une autre session : "
                "Nuit de la Solidarité – responsable d’équipe, Agora B, 18 h 30"
            ),
        ),
        (facts(running=(AFTERNOON,)), "13:50", "Pas d’inscription : ajouter ?"),
        (facts(on(AFTERNOON)), "13:30", "Trop tôt : le pointage ouvre à 13 h 45"),
        (facts(on(AFTERNOON)), "17:30", "Trop tard : la session a fini à 17 h"),
        (facts(badge_status="revoked"), "13:50", "Badge désactivé"),
        (
            facts(on(session(2, "14:00-17:00", present=29))),
            "13:50",
            "Effectif maximal de la salle atteint (30).",
        ),
        (
            facts(on(session(6, "09:30-13:00", day=1))),
            "13:50",
            "Trop tôt : cette session a lieu vendredi 27 novembre, à partir de 9 h 15",
        ),
        (
            facts(on(session(6, "09:30-13:00", day=1)), running=(AFTERNOON,)),
            "13:50",
            "Inscription à une autre session : T06, vendredi 27 novembre, 9 h 30",
        ),
    ],
)
def test_the_words_of_the_venue(known, hour: str, line: str):
    said = say_verdict(decide(known, instant(hour)), AWA.name)
    plain = said.line.replace(SPACE, " ").replace("\u202f", " ")
    assert plain == line
    assert " :" not in said.line
    assert " ?" not in said.line


def test_a_person_unknown_leaves_the_headline_to_the_result():
    said = say_verdict(decide(facts(person=None), instant("13:50")), "")
    assert said.headline == "Badge inconnu"
    assert said.line == ""


def test_a_newer_badge_is_mentioned_when_there_is_one():
    verdict = decide(facts(badge_status="replaced"), instant("13:50"))
    assert "plus récent" in say_verdict(verdict, AWA.name).next_step
    older = replace(verdict, badge_replaced=False)
    assert "plus récent" not in say_verdict(older, AWA.name).next_step


def test_a_screen_reader_is_told_everything_in_one_go():
    said = say_verdict(decide(facts(on(AFTERNOON)), instant("13:50")), AWA.name)
    assert said.sentence.startswith("Awa d’Hérouville-Test. Bienvenue — Agora B, 14")

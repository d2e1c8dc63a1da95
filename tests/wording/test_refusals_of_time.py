"""The sentence the desk reads when a day, an hour, a count or a rule is refused."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desktop_app.domain.reading_day import parse_day
from desktop_app.domain.reading_time import parse_count, parse_duration, parse_hours, parse_time
from desktop_app.domain.reading_week import parse_week, parse_weekday
from desktop_app.domain.recurrence_words import parse_rule
from desktop_app.domain.refusals import Refusal, Trouble
from desktop_app.wording.refusals import say, sentences

TODAY = date(2026, 11, 26)

TYPED = [
    (parse_time, ("",), "Indiquez une heure, par exemple 14~h~30."),
    (parse_time, ("25h",), "«~25h~» n’existe pas~: les heures vont de 0~h à 23~h~59."),
    (parse_time, ("9h5",), "9~h~5 se lit de deux façons~: écrivez 9~h~05 ou 9~h~50."),
    (parse_time, ("9h7",), "L’heure est incomplète~: écrivez 9~h~07."),
    (
        parse_hours,
        ("10h-9h30",),
        "L’heure de fin (9~h~30) doit être après l’heure de début (10~h).",
    ),
    (parse_hours, ("14h30",), "Il manque l’heure de fin~: écrivez par exemple 14~h – 17~h."),
    (
        parse_duration,
        ("2",),
        "«~2~» n’est pas une durée. Écrivez par exemple 2~h~30 ou 90~min.",
    ),
    (parse_day, ("31/11/2026", TODAY), "Le 31~novembre n’existe pas."),
    (parse_day, ("29/02/2027", TODAY), "Le 29~février n’existe pas en 2027."),
    (parse_day, ("32", TODAY), "Aucun mois n’a de jour numéro 32."),
    (parse_day, ("26/13", TODAY), "Il n’y a pas de mois 13~: ils vont de 1 à 12."),
    (
        parse_day,
        ("jeudi 27 novembre 2026", TODAY),
        "Le 27~novembre 2026 est un vendredi, pas un jeudi.",
    ),
    (
        parse_day,
        ("26/11/20226", TODAY),
        "L’année 20226 n’est pas possible. Écrivez l’année sur quatre chiffres.",
    ),
    (
        parse_week,
        ("54", TODAY),
        "Il n’y a pas de semaine 54. Les semaines vont de 1 à 52, ou 53 certaines années.",
    ),
    (
        parse_week,
        ("2027-W53", TODAY),
        "L’année 2027 n’a pas de semaine 53~: elle s’arrête à la semaine 52.",
    ),
    (parse_weekday, ("x",), "«~x~» n’est pas un jour de la semaine. Écrivez par exemple mardi."),
    (parse_count, ("",), "Indiquez un nombre, par exemple 20."),
    (parse_count, ("-3",), "«~-3~» est négatif. Écrivez un nombre à partir de zéro."),
    (parse_count, ("20,5",), "«~20,5~» n’est pas un nombre entier. Écrivez par exemple 20."),
    (parse_count, ("abc",), "«~abc~» n’est pas un nombre. Écrivez par exemple 20."),
    (parse_count, ("100000",), "Ce nombre est trop grand~: 99^999 au plus."),
    (
        parse_rule,
        ("chaque lune",),
        (
            "Je ne comprends pas «~chaque lune~» dans cette règle. Écrivez par exemple "
            "«~chaque mardi~», «~1er et 3e jeudi du mois~» ou «~semaines paires~»."
        ),
    ),
    (parse_rule, ("chaque semaine",), "Quel jour^? Ajoutez-le, par exemple «~chaque mardi~»."),
]


@pytest.mark.parametrize(("parse", "typed", "sentence"), TYPED)
def test_what_cannot_be_read_is_answered_by_a_sentence(parse, typed, sentence):
    with pytest.raises(Refusal) as refused:
        parse(*typed)
    assert say(refused.value) == sentence.replace("~", "\u00a0").replace("^", "\u202f")


OPENING = [
    ("venue_closed", {"day": date(2026, 12, 25), "reason": "Noël"}, "Fermé~: Noël."),
    (
        "venue_closed",
        {"day": date(2026, 11, 29), "reason": ""},
        "Le lieu n’ouvre pas le dimanche 29~novembre 2026.",
    ),
    (
        "closes_earlier",
        {"opens": time(9, 30), "closes": time(21, 30), "day": TODAY},
        "Le lieu ferme à 21~h~30.",
    ),
    (
        "opens_later",
        {"opens": datetime(2026, 11, 26, 9, 30), "closes": time(21, 30), "day": TODAY},
        "Le lieu ouvre à 9~h~30.",
    ),
    ("day_past", {"day": date(2025, 12, 1)}, "Cette date est passée."),
]


@pytest.mark.parametrize(("code", "values", "sentence"), OPENING)
def test_a_closed_venue_is_told_in_few_words(code, values, sentence):
    assert say(Refusal(code, **values)) == sentence.replace("~", "\u00a0")


def test_what_was_typed_is_cut_when_it_is_endless():
    with pytest.raises(Refusal) as refused:
        parse_day("x" * 5000, TODAY)
    assert len(say(refused.value)) < 150


def test_a_code_without_a_sentence_still_says_something():
    assert "nulle_part" in say(Trouble("nulle_part"))


def test_every_sentence_of_this_room_is_reached_by_a_code():
    from desktop_app.wording.refusals import times

    assert set(times.SENTENCES) <= set(sentences())

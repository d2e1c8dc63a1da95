"""A reader among typists: every code is caught, no innocent key is lost."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.badges import Verdict, new_code
from desktop_app.domain.key_burst import (
    BurstTiming,
    GiveBack,
    KeyBurst,
    KeyKind,
    Outcome,
    Scan,
    Stroke,
    Suffix,
)
from desktop_app.domain.keyboard_layouts import US_BY_WINDOWS_CODE, US_BY_X11_CODE, UsKeys

CODE = new_code(random.Random(26))
OTHER_CODE = new_code(random.Random(11))
X11_CODES = {pair[0]: code for code, pair in US_BY_X11_CODE.items()}
X11_CODES |= {pair[1]: code for code, pair in US_BY_X11_CODE.items()}
SLOW = 90.0


def typed(text: str, *, at: float = 0.0, every: float = 10.0, shown: str | None = None):
    """Strokes of a text that the PC delivered as `shown`, without scan codes."""
    delivered = text if shown is None else shown
    return [Stroke(character, 0, at + place * every) for place, character in enumerate(delivered)]


def pressed(text: str, *, at: float = 0.0, every: float = 10.0, shown: str):
    """Strokes of a US reader under X11: positions of `text`, delivered by the PC as `shown`."""
    return [
        Stroke(character, X11_CODES[key], at + place * every, shifted=key.isupper() or key == ":")
        for place, (key, character) in enumerate(zip(text, shown, strict=True))
    ]


def enter_after(strokes: list[Stroke], after: float = 10.0, kind: KeyKind = KeyKind.ENTER):
    return [*strokes, Stroke("\r", 36, strokes[-1].moment + after, kind)]


def play(strokes, *, us_keys: UsKeys = US_BY_X11_CODE, timing: BurstTiming | None = None):
    """Feed strokes as the window would, ringing the deadline when it passes."""
    machine = KeyBurst(us_keys, timing)
    outcomes: list[Outcome] = []
    for stroke in strokes:
        deadline = machine.deadline
        if deadline is not None and stroke.moment >= deadline:
            outcomes += machine.silence(deadline)
        outcomes += machine.press(stroke)
    if machine.deadline is not None:
        outcomes += machine.silence(machine.deadline)
    assert machine.deadline is None
    return outcomes


def scans(outcomes) -> list[tuple[Verdict, str | None]]:
    return [
        (outcome.reading.verdict, outcome.reading.code)
        for outcome in outcomes
        if isinstance(outcome, Scan)
    ]


def given_back(outcomes) -> str:
    return "".join(
        stroke.text
        for outcome in outcomes
        if isinstance(outcome, GiveBack)
        for stroke in outcome.strokes
    )


@pytest.mark.parametrize("kind", [KeyKind.ENTER, KeyKind.TAB])
def test_a_code_ended_by_a_key_is_a_badge_and_nothing_reaches_the_field(kind):
    outcomes = play(enter_after(typed(CODE), kind=kind))
    assert scans(outcomes) == [(Verdict.GOOD, CODE)]
    assert given_back(outcomes) == ""


def test_a_reader_without_suffix_is_understood_after_the_silence():
    machine = KeyBurst()
    for stroke in typed(CODE):
        assert machine.press(stroke) == ()
    assert machine.deadline == 150.0 + 150.0
    assert machine.silence(299.0) == ()
    assert scans(machine.silence(300.0)) == [(Verdict.GOOD, CODE)]


def test_caps_lock_changes_nothing():
    assert scans(play(enter_after(typed(CODE.lower())))) == [(Verdict.GOOD, CODE)]


def test_shift_pressed_for_each_capital_neither_breaks_nor_counts():
    strokes = []
    for stroke in typed(CODE, every=20.0):
        strokes += [Stroke("", 50, stroke.moment - 5, KeyKind.MODIFIER), stroke]
    outcomes = play(enter_after(strokes))
    assert scans(outcomes) == [(Verdict.GOOD, CODE)]
    assert given_back(outcomes) == ""


def test_a_layout_that_moves_every_letter_is_read_by_its_keys():
    bepo = "?" * 16
    assert scans(play(enter_after(pressed(CODE, shown=bepo)))) == [(Verdict.GOOD, CODE)]


def test_windows_scan_codes_are_read_too():
    codes = {pair[1]: code for code, pair in US_BY_WINDOWS_CODE.items()}
    strokes = [Stroke("?", codes[key], 10.0 * place) for place, key in enumerate(CODE)]
    assert scans(play(strokes, us_keys=US_BY_WINDOWS_CODE)) == [(Verdict.GOOD, CODE)]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("]Q1", "]Q1"), ("]Q1", "$A&"), ("]Q2\\000026", "]Q2\\000026")],
    ids=["us", "azerty", "with an ECI escape"],
)
def test_the_readers_own_prefix_is_dropped(keys, shown):
    with_codes = pressed(keys + CODE, shown=shown + CODE)
    without_codes = typed(shown + CODE)
    for strokes in (with_codes, without_codes):
        outcomes = play(enter_after(strokes))
        assert scans(outcomes) == [(Verdict.GOOD, CODE)]
        assert given_back(outcomes) == ""


def test_half_a_code_is_incomplete():
    outcomes = play(enter_after(typed(CODE[:8])))
    assert scans(outcomes) == [(Verdict.INCOMPLETE, None)]
    assert given_back(outcomes) == ""


def test_a_code_with_a_wrong_letter_is_incomplete():
    wrong = ("B" if CODE[0] != "B" else "C") + CODE[1:]
    assert scans(play(enter_after(typed(wrong)))) == [(Verdict.INCOMPLETE, None)]


def test_a_key_pressed_by_somebody_in_the_middle_of_a_scan_presses_no_button():
    outcomes = play(enter_after(typed(CODE[:9] + "a" + CODE[9:])))
    assert scans(outcomes) == [(Verdict.INCOMPLETE, None)]
    assert given_back(outcomes) == ""


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://qr.example", "httpsM!!ar:exq,ple"),
    ],
    ids=["us", "azerty"],
)
def test_a_web_address_is_foreign(address, shown):
    outcomes = play(enter_after(typed(shown)))
    assert scans(outcomes) == [(Verdict.FOREIGN, None)]
    assert address in next(o for o in outcomes if isinstance(o, Scan)).texts


def test_bad_good_bad_good():
    strokes: list[Stroke] = []
    for place, text in enumerate([CODE[:8], CODE, "https://example.org", OTHER_CODE]):
        strokes += enter_after(typed(text, at=place * 1_000.0))
    assert scans(play(strokes)) == [
        (Verdict.INCOMPLETE, None),
        (Verdict.GOOD, CODE),
        (Verdict.FOREIGN, None),
        (Verdict.GOOD, OTHER_CODE),
    ]


def test_two_codes_in_one_breath_are_both_read():
    assert scans(play(typed(CODE + OTHER_CODE))) == [
        (Verdict.GOOD, CODE),
        (Verdict.GOOD, OTHER_CODE),
    ]


def test_a_second_enter_of_the_reader_presses_nothing():
    strokes = enter_after(enter_after(typed(CODE)), after=5.0)
    outcomes = play(strokes)
    assert outcomes[-1] == Suffix((strokes[-1],))
    assert given_back(outcomes) == ""


def test_an_enter_pressed_by_hand_after_a_scan_is_given_back():
    strokes = enter_after(enter_after(typed(CODE)), after=400.0)
    assert play(strokes)[-1] == GiveBack((strokes[-1],))


def test_a_word_typed_before_the_scan_stays_in_its_field():
    strokes = typed("mar", every=SLOW) + enter_after(typed(CODE, at=290.0))
    outcomes = play(strokes)
    assert scans(outcomes) == [(Verdict.GOOD, CODE)]
    assert given_back(outcomes) == "mar"


def test_a_scan_on_the_heels_of_a_typed_key_is_still_read():
    strokes = typed("fr", every=SLOW) + enter_after(typed(CODE, at=SLOW + 70.0))
    assert scans(play(strokes)) == [(Verdict.GOOD, CODE)]


@pytest.mark.parametrize(
    "text",
    ["exil", "herouville", "Réunion d’équipe", "14 h 30", "0639981234", "camille.m@example.org"],
)
def test_even_text_typed_by_a_machine_reaches_its_field_with_its_enter(text):
    outcomes = play(enter_after(typed(text, every=3.0)))
    assert scans(outcomes) == []
    assert given_back(outcomes) == text + "\r"


def test_a_code_typed_by_hand_is_typing():
    outcomes = play(enter_after(typed(CODE, every=SLOW)))
    assert scans(outcomes) == []
    assert given_back(outcomes) == CODE + "\r"


def test_a_key_held_down_is_not_a_reader():
    strokes = [Stroke("c", 54, 0.0)]
    strokes += [Stroke("c", 54, 250.0 + 30.0 * n, repeat=True) for n in range(20)]
    outcomes = play(strokes)
    assert scans(outcomes) == []
    assert given_back(outcomes) == "c" * 21


def test_an_arrow_key_gives_the_withheld_letters_back_before_itself():
    machine = KeyBurst()
    letters = typed("BC")
    arrow = Stroke("", 113, 15.0, KeyKind.OTHER)
    assert [machine.press(stroke) for stroke in letters] == [(), ()]
    assert machine.press(arrow) == (GiveBack((*letters, arrow)),)


def test_a_single_key_waits_no_longer_than_a_reader_may_stumble():
    machine = KeyBurst()
    machine.press(Stroke("c", 54, 1_000.0))
    assert machine.deadline == 1_120.0


def test_somebody_typing_waits_less():
    machine = KeyBurst()
    machine.press(Stroke("c", 54, 1_000.0))
    machine.silence(1_120.0)
    machine.press(Stroke("d", 40, 1_200.0))
    assert machine.deadline == 1_260.0


def test_a_window_that_goes_away_gets_its_keys_back():
    machine = KeyBurst()
    for stroke in typed("BCD"):
        machine.press(stroke)
    assert given_back(machine.flush()) == "BCD"
    assert machine.flush() == ()


def test_the_timing_is_a_setting():
    slow_reader = BurstTiming(median_ms=80.0, longest_ms=300.0, silence_ms=400.0)
    strokes = enter_after(typed(CODE, every=60.0))
    assert scans(play(strokes)) == []
    assert scans(play(strokes, timing=slow_reader)) == [(Verdict.GOOD, CODE)]


characters = st.sampled_from([*"BCDEFGHJKNPRSTUVXbcdefaimoqz &é'(-14:/.", ""])
kinds = st.sampled_from([*[KeyKind.TEXT] * 12, KeyKind.ENTER, KeyKind.TAB, KeyKind.OTHER])


@st.composite
def keyboards(draw, slowest: float = 400.0, fastest: float = 0.0):
    """Anything a keyboard may send: random keys at random paces."""
    gaps = draw(st.lists(st.floats(fastest, slowest), max_size=60))
    return [
        Stroke(
            draw(characters),
            draw(st.integers(0, 70)),
            moment,
            draw(kinds),
            shifted=draw(st.booleans()),
            repeat=draw(st.integers(0, 19)) == 0,
            event=place,
        )
        for place, moment in enumerate(accumulate(gaps))
    ]


@given(st.one_of(keyboards(), keyboards(slowest=40.0), keyboards(slowest=5.0)))
def test_no_key_is_lost_doubled_or_reordered(strokes):
    passed = [stroke.event for outcome in play(strokes) for stroke in outcome.strokes]
    assert passed == list(range(len(strokes)))


@given(keyboards(fastest=36.0))
def test_no_typist_is_taken_for_a_reader(strokes):
    assert scans(play(strokes)) == []


@given(keyboards(fastest=36.0))
def test_a_typist_waits_at_most_for_a_few_keys(strokes):
    machine = KeyBurst(US_BY_X11_CODE)
    withheld = 0
    for stroke in strokes:
        deadline = machine.deadline
        if deadline is not None and stroke.moment >= deadline:
            machine.silence(deadline)
            withheld = 0
        released = sum(len(outcome.strokes) for outcome in machine.press(stroke))
        withheld += 1 - released
        assert withheld <= 4


@st.composite
def readers(draw):
    """A reader with its jitter: median under 35 ms, no gap of 120 ms, at most two slow to start."""
    code = new_code(random.Random(draw(st.integers(0, 2**32))))
    slow = draw(st.lists(st.floats(35.0, 119.0), max_size=7))
    fast = draw(st.lists(st.floats(0.0, 34.0), min_size=15 - len(slow), max_size=15 - len(slow)))
    gaps = draw(st.permutations(slow + fast))
    if min(gaps[:3]) >= 35.0:
        gaps = sorted(gaps)
    text = draw(st.sampled_from([code, code.lower()]))
    strokes = [
        Stroke(character, 0, 1_000.0 + moment)
        for character, moment in zip(text, accumulate(gaps, initial=0.0), strict=True)
    ]
    if draw(st.booleans()):
        strokes = enter_after(strokes, after=draw(st.floats(0.0, 149.0)))
    return code, strokes


@given(readers())
def test_every_reader_is_understood(reader):
    code, strokes = reader
    outcomes = play(strokes)
    assert scans(outcomes) == [(Verdict.GOOD, code)]
    assert given_back(outcomes) == ""


@given(keyboards(), readers())
def test_a_scan_after_somebody_typed_is_understood_and_takes_no_key(strokes, reader):
    code, scanned = reader
    pause = (strokes[-1].moment if strokes else 0.0) + 500.0
    later = [Stroke(s.text, s.scan_code, s.moment + pause, s.kind, event=s.event) for s in scanned]
    outcomes = play(strokes + later)
    assert scans(outcomes)[-1] == (Verdict.GOOD, code)
    assert {stroke.event for stroke in outcomes[-1].strokes} == {None}

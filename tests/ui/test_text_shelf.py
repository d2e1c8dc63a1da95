"""Words kept for painting: cut where they must be, kept once where they fit."""

from __future__ import annotations

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.text_shelf import TextShelf

TITLE = "Coordination des maraudes de l’Est"


def test_words_that_fit_are_the_same_at_any_width(theme: Theme) -> None:
    shelf = TextShelf(theme)
    width = shelf.width_of("small", TITLE)
    assert shelf.text("small", TITLE, width).text() == TITLE
    assert shelf.text("small", TITLE, width) is shelf.text("small", TITLE, width + 200)


def test_words_that_do_not_fit_end_with_an_ellipsis_inside_the_width(theme: Theme) -> None:
    shelf = TextShelf(theme)
    metrics = shelf.metrics("small")
    whole = shelf.width_of("small", TITLE)
    for width in range(20, whole, 7):
        shown = shelf.text("small", TITLE, width).text()
        assert shown.endswith("…")
        assert TITLE.startswith(shown[:-1])
        assert metrics.horizontalAdvance(shown) <= width + 1


def test_a_width_for_nothing_shows_nothing(theme: Theme) -> None:
    assert TextShelf(theme).text("small", TITLE, 2).text() == ""


def test_a_width_agrees_with_what_qt_measures(theme: Theme) -> None:
    shelf = TextShelf(theme)
    for role in ("small", "small_strong", "strong", "label"):
        measured = shelf.metrics(role).horizontalAdvance(TITLE)
        assert measured <= shelf.width_of(role, TITLE) <= measured + 6


def test_larger_text_is_measured_anew(theme: Theme) -> None:
    shelf = TextShelf(theme)
    before = shelf.width_of("small", TITLE)
    theme.set_scale(200)
    assert shelf.width_of("small", TITLE) > 1.8 * before

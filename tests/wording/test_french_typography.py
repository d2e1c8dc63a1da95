"""French as it is printed: no-break spaces before high punctuation, real quotes and apostrophes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.catalogue import sentences_of

ROOT = Path(__file__).parents[2]
SENTENCES = sorted({text for one in sentences_of(ROOT / "desktop_app").sentences for text in one})

WRONG = {
    "an ordinary space before a colon": re.compile(r"[^\s«|] :(?!\w)"),
    "an ordinary space before ; ! ?": re.compile(r" [;!?](?:\s|$)"),
    "no space at all before ; ! ?": re.compile(r"[a-zà-ÿ»)}][;!?](?:\s|$)"),
    "an ordinary space within « »": re.compile(r"« | »"),
    "a typewriter's apostrophe": re.compile(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]"),
    "three dots": re.compile(r"\.\.\."),
    "an ordinary space before %": re.compile(r"\d %|\} %"),
}


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 500


@pytest.mark.parametrize("fault", WRONG)
def test_no_sentence_has(fault: str) -> None:
    assert [text for text in SENTENCES if WRONG[fault].search(text)] == []

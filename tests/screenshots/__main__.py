"""`python -m tests.screenshots [--out DIR] [--only NAME] [--language fr] [--format 1366x768]`.

Renders every registered screen with demonstration data at 1366×768, 1920×1080 and at 200 % text, in
French and English, light theme. Draws off the screen: no display is needed.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures; 1 if one of them failed, the others being taken all the same."""
    from tests.screenshots.camera import FORMATS, open_desk, photograph
    from tests.screenshots.shots import SHOTS

    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=IMAGES)
    parser.add_argument("--only", action="append", choices=[shot.name for shot in SHOTS])
    parser.add_argument("--language", action="append", choices=["fr", "en"])
    parser.add_argument("--format", action="append", choices=[form.name for form in FORMATS])
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if asked.only is None or shot.name in asked.only]
    formats = [form for form in FORMATS if asked.format is None or form.name in asked.format]
    failed = False
    for language in asked.language or ["fr", "en"]:
        with open_desk(language) as desk:
            for shot in shots:
                try:
                    for file in photograph(desk, language, [shot], formats, asked.out):
                        print(file)
                except Exception:
                    failed = True
                    print(f"{shot.name}: no picture", file=sys.stderr)
                    traceback.print_exc()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

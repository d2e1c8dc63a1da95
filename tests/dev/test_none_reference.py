"""PySide6 6.12.0 on CPython 3.11 drops a reference to None at every call that returns nothing, and
ends the process after some thousands of them. The lock file keeps it away; this proves it is away.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = 10_000

MANY_CALLS = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

class Bell(QObject):
    rung = Signal(object)

application = QGuiApplication([])
image = QImage(20, 20, QImage.Format.Format_ARGB32)
painter = QPainter(image)
colour = QColor("red")
heard = []
bell = Bell()
bell.rung.connect(heard.append)

def round_of_calls(n):
    for _ in range(n):
        painter.setPen(colour)
        painter.drawLine(0, 0, 10, 10)
        bell.rung.emit(True)
        bell.rung.emit(None)
        heard.clear()

round_of_calls(100)
before = sys.getrefcount(None), sys.getrefcount(True)
round_of_calls({CALLS})
after = sys.getrefcount(None), sys.getrefcount(True)
painter.end()
print(*(b - a for a, b in zip(before, after)))
"""


def test_calls_that_return_nothing_leave_none_alone():
    answer = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    for drift in map(int, answer.stdout.split()):
        assert abs(drift) < 100

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_ASK = """
import os
from journalgen.analysis.one_thread import load_numbers
load_numbers()
import numpy, threading
square = numpy.ones((600, 600)); square @ square
print(len(os.listdir("/proc/self/task")), os.environ.get("OPENBLAS_NUM_THREADS"))
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="threads are counted in /proc, which is Linux's")  # noqa: PTH112
def test_numbers_are_computed_in_one_thread_and_nothing_is_left_behind() -> None:
    free = {name: value for name, value in os.environ.items() if not name.endswith("_THREADS")}
    said = subprocess.run([sys.executable, "-c", _ASK], env=free, check=True, capture_output=True, text=True).stdout
    assert said.split() == ["1", "None"]
    kept = {**free, "OPENBLAS_NUM_THREADS": "2"}
    said = subprocess.run([sys.executable, "-c", _ASK], env=kept, check=True, capture_output=True, text=True).stdout
    assert said.split()[1] == "2"

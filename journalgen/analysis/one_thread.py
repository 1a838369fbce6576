"""numpy and scipy, loaded so that they compute in one thread."""

from __future__ import annotations

import os
import sys

# What their builds of linear algebra read when they are loaded.
_VARIABLES = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "MKL_NUM_THREADS")


def load_numbers() -> None:
    """Load them, where they are not loaded yet.

    The matrices of a journal are small: several threads wait for each other for longer than they compute, on a busy machine many
    times as long. Who has set a number of threads is left with it, and programs that are started from here learn of none.
    """
    if "numpy" in sys.modules:
        return
    ours = [name for name in _VARIABLES if name not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        import numpy  # noqa: F401, ICN001, PLC0415
        import scipy.linalg  # noqa: F401, PLC0415
    finally:
        for name in ours:
            del os.environ[name]

"""A sentence shown by the desktop's own notifier: notify-send, osascript, or PowerShell's toasts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_PATIENCE = 20.0
# The sentence comes in as a value, never as a part of the program.
_IN_MACOS = ("on run words", "display notification (item 1 of words) with title (item 2 of words)", "end run")
_IN_WINDOWS = """
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent(0)
[void]$toast.GetElementsByTagName('text')[0].AppendChild($toast.CreateTextNode($env:JOURNALGEN_SAYS))
$shown = New-Object Windows.UI.Notifications.ToastNotification $toast
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('journalgen').Show($shown)
"""


def show_sentence(sentence: str, environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Show a sentence on the desktop, and return whether there was a notifier that could."""
    command = _command(sentence, platform, environment.get("PATH", os.defpath))
    if command is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- the system's own notifier
            command,
            env={**environment, **_bus(environment, platform), "JOURNALGEN_SAYS": sentence},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _command(sentence: str, platform: str, path: str) -> list[str] | None:
    if platform == "win32":
        program = shutil.which("powershell", path=path)
        return [program, "-NoProfile", "-NonInteractive", "-Command", _IN_WINDOWS] if program else None
    if platform == "darwin":
        program = shutil.which("osascript", path=path)
        lines = (part for line in _IN_MACOS for part in ("-e", line))
        return [program, *lines, sentence, "journalgen"] if program else None
    program = shutil.which("notify-send", path=path)
    return [program, "--app-name=journalgen", "--", sentence] if program else None


def _bus(environment: Mapping[str, str], platform: str) -> dict[str, str]:
    """Return where the desktop listens, which cron does not say."""
    if platform in ("win32", "darwin") or environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return {}
    bus = Path(environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}", "bus")
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}"} if bus.exists() else {}

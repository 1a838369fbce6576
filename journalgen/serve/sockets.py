"""The sockets that are listened on: this machine's own, for both versions of the protocol, and no others."""

from __future__ import annotations

import errno
import socket
import sys

from journalgen.refusal import Refusal

DEFAULT_PORT = 8375
_HOSTS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
_TRIES = 50
# What is said where the machine has no such protocol.
_ABSENT = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT})


def listen(wanted: int | None = None) -> list[socket.socket]:
    """Return listening sockets of one port, the first free one from the wanted on; raises `Refusal` where there is none.

    The port is free only if it is for both: somebody else behind `::1` would be taken for us by half of all programs.
    """
    first = DEFAULT_PORT if wanted is None else wanted
    for port in range(first, min(first + _TRIES, 65536)):
        found = _listen_at(port)
        if found:
            return found
    raise Refusal("no-port", first=first, last=min(first + _TRIES, 65536) - 1)


def _listen_at(port: int) -> list[socket.socket]:
    found: list[socket.socket] = []
    for family, host in _HOSTS:
        made = _open(family)
        if made is None:
            continue
        try:
            made.bind((host, port))
            made.listen(128)
        except OSError as error:
            made.close()
            if family == socket.AF_INET6 and error.errno in _ABSENT:
                continue
            for each in found:
                each.close()
            return []
        found.append(made)
        port = int(made.getsockname()[1])
    return found


def _open(family: socket.AddressFamily) -> socket.socket | None:
    try:
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return None
    if sys.platform == "win32":
        # There, another program could else take the same port over.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    made.setblocking(False)
    return made


def port_of(sockets: list[socket.socket]) -> int:
    """Return the port that sockets listen at."""
    return int(sockets[0].getsockname()[1])

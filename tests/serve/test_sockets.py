from __future__ import annotations

import socket

import pytest

from journalgen.refusal import Refusal
from journalgen.serve.sockets import listen, port_of


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_only_this_machine_is_listened_to() -> None:
    sockets = listen(_free())
    try:
        hosts = {each.getsockname()[0] for each in sockets}
        assert hosts <= {"127.0.0.1", "::1"}
        assert "127.0.0.1" in hosts
        assert len({each.getsockname()[1] for each in sockets}) == 1
    finally:
        for each in sockets:
            each.close()


def test_no_other_address_of_the_machine_is_answered() -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    sockets = listen(_free())
    try:
        for host in {*map(str, others), "127.0.0.2"}:
            with socket.socket() as caller:
                caller.settimeout(2)
                assert caller.connect_ex((host, port_of(sockets))) != 0, host
    finally:
        for each in sockets:
            each.close()


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_port_that_is_taken_is_passed_over(family: socket.AddressFamily, host: str) -> None:
    try:
        taken = socket.socket(family)
        taken.bind((host, 0))
    except OSError:
        pytest.skip("the machine has no such protocol")
    taken.listen()
    port = int(taken.getsockname()[1])
    sockets = listen(port)
    try:
        assert port < port_of(sockets) <= port + 50
    finally:
        for each in (taken, *sockets):
            each.close()


def test_where_no_port_is_free_it_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535)) if _is_free(65535) else None
        taken.listen()
        with pytest.raises(Refusal) as refused:
            listen(65535)
    assert refused.value.code == "no-port"


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0

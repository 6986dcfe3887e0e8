"""Which addresses may be connected to: public ones, and those that the caller allows by name."""

import socket
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPSConnection
from io import BufferedReader, RawIOBase
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from ssl import SSLContext
from threading import Thread
from typing import TYPE_CHECKING, Any

from musnad.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Resolve = Callable[[str, int], Iterable[str]]
"""Host name and port to the numeric addresses behind them; raises `OSError` where there are none."""

_UNICAST = IPv6Network("2000::/3")  # where public addresses of IPv6 lie, all others are of some special use
_SPECIAL = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20")))  # not to be reached, though global
_MOST_ADDRESSES = 4  # of one host are tried
_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 addresses that a network translates
_LAST_32_BITS = 0xFFFFFFFF


def resolved(host: str, port: int) -> list[str]:
    """Return the numeric addresses that the system knows for a host."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Say whether a numeric address is public: not private, loopback, link-local, multicast, reserved or unspecified.

    IPv6 addresses that stand for an IPv4 address are judged by that one.

    >>> [is_public(a) for a in ("1.1.1.1", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "2002:7f00:1::", "junk")]
    [True, False, False, False, False, False]
    """
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, IPv6Address):
        translated = IPv4Address(int(number) & _LAST_32_BITS) if number in _TRANSLATED else None
        inner = number.ipv4_mapped or translated or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if number not in _UNICAST:
            return False
    is_special = number.is_multicast or number.is_reserved or any(number in network for network in _SPECIAL)
    return number.is_global and not is_special


def checked(host: str, port: int, resolve: Resolve, allowed: frozenset[str], *, timeout: float) -> list[str]:
    """Return the addresses of a host to connect to; every one that it resolves to must be public, or its name allowed.

    Raises `InputError` with the reason `not-fetched`.
    """
    try:
        addresses = _in_time(host, port, resolve, timeout)
    except (OSError, UnicodeError) as error:
        raise InputError("not-fetched", f"{host} has no address: {error}") from error
    if not addresses:
        raise InputError("not-fetched", f"{host} has no address")
    closed = [address for address in addresses if not is_public(address)]
    if closed and host not in allowed:
        raise InputError(
            "not-fetched", f"{host} leads to {closed[0]}, which is not public; allow it by name if it may be"
        )
    return addresses[:_MOST_ADDRESSES]


def _in_time(host: str, port: int, resolve: Resolve, timeout: float) -> list[str]:
    """Return what a host resolves to. Raises `OSError` where there is nothing, or no answer in so many seconds.

    The system's own resolver knows no limit, so it is waited for in a thread, which is left behind.
    """
    answers: list[list[str] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(list(resolve(host, port)))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout)
    if not answers:
        message = f"no answer in {timeout:.0f} seconds"
        raise TimeoutError(message)
    if not isinstance(answers[0], list):
        raise answers[0]
    return answers[0]


class _Watched(RawIOBase):
    """The bytes of an answer, with a look at the time before each part of them: one may come every few seconds."""

    def __init__(self, raw: Any, check: Callable[[], None]) -> None:  # noqa: ANN401 - what `makefile` gives
        super().__init__()
        self._raw, self._check = raw, check

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        self._check()
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class WatchedSocket:
    """A connected socket whose answer is read only as long as `check` does not raise."""

    def __init__(self, connected: socket.socket, check: Callable[[], None]) -> None:
        """Take the socket over."""
        self._socket, self._check = connected, check

    def sendall(self, data: bytes) -> None:
        """Send all bytes."""
        self._socket.sendall(data)

    def makefile(self, mode: str) -> BufferedReader:  # noqa: ARG002 - as the client of HTTP calls it
        """Return a file to read the answer from."""
        return BufferedReader(_Watched(self._socket.makefile("rb", buffering=0), self._check))

    def close(self) -> None:
        """Close the socket once the answer is closed too."""
        self._socket.close()


class _ToAddress(HTTPConnection):
    """A connection to an address that was checked; the name is not looked up again, it might lead elsewhere by then."""

    addresses: Sequence[str] = ()

    def connect(self) -> None:
        self.sock = _connected(self.addresses, self.port, self.timeout)


class _ToAddressSafely(HTTPSConnection):
    addresses: Sequence[str] = ()
    context: SSLContext

    def connect(self) -> None:
        plain = _connected(self.addresses, self.port, self.timeout)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)


def _connected(addresses: Sequence[str], port: int, timeout: float | None) -> socket.socket:
    """Return a socket that is connected to the first address that answers. Raises `OSError` if none does."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout)
    return socket.create_connection((addresses[-1], port), timeout)


def connection(
    host: str, port: int, addresses: Sequence[str], *, timeout: float, context: SSLContext | None
) -> HTTPConnection:
    """Return a connection for a host that goes to one of its checked addresses; with a context it is encrypted."""
    if context is None:
        plain = _ToAddress(host, port, timeout=timeout)
        plain.addresses = addresses
        return plain
    safe = _ToAddressSafely(host, port, timeout=timeout, context=context)
    safe.addresses, safe.context = addresses, context
    return safe

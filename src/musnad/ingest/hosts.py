"""Which addresses may be connected to: public ones, and those that the caller allows by name."""

import socket
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext

from musnad.errors import InputError

Resolve = Callable[[str, int], Iterable[str]]
"""Host name and port to the numeric addresses behind them; raises `OSError` where there are none."""

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
    return number.is_global and not (number.is_multicast or number.is_reserved)


def checked(host: str, port: int, resolve: Resolve, allowed: frozenset[str]) -> str:
    """Return an address of a host to connect to; every one that it resolves to must be public, or its name allowed.

    Raises `InputError` with the reason `not-fetched`.
    """
    try:
        addresses = list(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise InputError("not-fetched", f"{host} has no address: {error}") from error
    if not addresses:
        raise InputError("not-fetched", f"{host} has no address")
    closed = [address for address in addresses if not is_public(address)]
    if closed and host not in allowed:
        raise InputError(
            "not-fetched", f"{host} leads to {closed[0]}, which is not public; allow it by name if it may be"
        )
    return addresses[0]


class _ToAddress(HTTPConnection):
    """A connection to an address that was checked; the name is not looked up again, it might lead elsewhere by then."""

    address = ""

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.port), self.timeout)


class _ToAddressSafely(HTTPSConnection):
    address = ""
    context: SSLContext

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)


def connection(host: str, port: int, address: str, *, timeout: float, context: SSLContext | None) -> HTTPConnection:
    """Return a connection for a host that goes to a checked address; with a context it is an encrypted one."""
    if context is None:
        plain = _ToAddress(host, port, timeout=timeout)
        plain.address = address
        return plain
    safe = _ToAddressSafely(host, port, timeout=timeout, context=context)
    safe.address, safe.context = address, context
    return safe

"""Which addresses a server may send us to: never into the private network that this machine stands in."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit


class RefusedError(Exception):
    """The address is not one to go to; the text says why."""


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port of an address. Raises RefusedError for one that is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"“{url}” is no address") from error
    return parts.scheme, parts.hostname, port


def check_redirect(start: str, target: str) -> None:
    """Raises RefusedError for a redirect that leaves http and https, or leads from the server that the manifest names to a private address."""
    scheme, host, port = origin_of(target)
    if scheme not in {"http", "https"} or not host:
        raise RefusedError(f"the server sends us to “{target}”, which is no web address")
    if urlsplit(start).scheme == "https" and scheme == "http":
        raise RefusedError(f"the server sends us from https to http, “{target}”")
    if origin_of(start) == (scheme, host, port):
        return  # the manifest's own choice
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port or None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return  # a name that is not known here (behind a proxy); the connection itself is checked too
    check_peers(target, found)


def check_peers(target: str, addresses: set[str]) -> None:
    """Raises RefusedError where one of the IP addresses is not of the public internet."""
    for address in sorted(addresses):
        if not is_public(address):
            raise RefusedError(f"the server sends us to “{target}”, an address of a private network ({address})")


def is_public(address: str) -> bool:
    """Whether an IP address is of the public internet, also one that is wrapped in IPv6.

    >>> is_public("10.0.0.1"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1"), is_public("8.8.8.8")
    (False, False, False, True)
    """
    known: Any = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(known, "ipv4_mapped", None) or getattr(known, "sixtofour", None)
    known = inner or known
    return bool(known.is_global) and not known.is_multicast

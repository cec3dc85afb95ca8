"""Which addresses may be fetched from: public ones alone, whatever a name or a redirect says."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from tawatur.errors import ArticleNotFetched

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def check_url(url: str) -> SplitResult:
    """The parts of an address that may be fetched. Raises ArticleNotFetched."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (a broken port shows itself only when asked for)
    except ValueError as error:
        raise ArticleNotFetched(f"{url}: no web address ({error}); copy it from the browser") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ArticleNotFetched(f"{url}: no web address; it begins with https:// or http:// and a host")
    if parts.username or parts.password:
        raise ArticleNotFetched(f"{url}: it carries a password; leave it out")
    if not url.isascii() or any(c <= " " for c in url):
        raise ArticleNotFetched(f"{url}: it holds letters that no address may hold; copy it from the browser")
    return parts


def port_of(parts: SplitResult) -> int:
    """The port to connect to."""
    return parts.port or _PORTS[parts.scheme]


def check_public(addresses: list[str], host: str, url: str) -> str:
    """The first of a host's addresses, once every one is known to be public. Raises ArticleNotFetched.

    A name with a public and a private address is refused: which of them is used would be the attacker's choice.
    """
    if not addresses:
        raise ArticleNotFetched(f"{url}: the host {host} has no address; check the spelling")
    for address in addresses:
        if not _is_public(ipaddress.ip_address(address.partition("%")[0])):
            named = "it is" if host == address else f"{host} is at {address},"
            raise ArticleNotFetched(f"{url}: {named} an address of a private network; save the page and give the file")
    return addresses[0]


def _is_public(address: Address) -> bool:
    """Whether it lies in the open internet, also inside an IPv6 address that carries an IPv4 one."""
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return True
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return all(_is_public(each) for each in inside if each is not None)

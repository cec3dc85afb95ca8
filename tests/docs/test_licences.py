"""Every package that the core needs is under a licence that lets everyone use, change and pass it on."""

import re
from importlib.metadata import PackageNotFoundError, metadata, requires

import pytest

ALLOWED = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|MPL)", re.I)
FORBIDDEN = re.compile(r"\b(AGPL|GPL|Affero|proprietary|non-?commercial)", re.I)


NAME = re.compile(r"[\w.-]+")


def asked_by(name: str) -> set[str]:
    """The packages that a package needs on this machine, without those of extras."""
    found = set()
    for line in requires(name) or []:
        words, _, condition = line.partition(";")
        if "extra" not in condition and (match := NAME.match(words)):
            found.add(match[0].lower().replace("_", "-"))
    return found


def needed() -> list[str]:
    """Every package that the core brings, directly or through another, that is installed here."""
    found: set[str] = set()
    fresh = asked_by("tawatur")
    while fresh:
        name = fresh.pop()
        if name not in found:
            try:
                fresh |= asked_by(name) - found
            except PackageNotFoundError:
                continue  # for another platform or version of Python
            found.add(name)
    return sorted(found)


def test_core_is_looked_at_to_the_last_package() -> None:
    assert {"lxml", "sqlalchemy", "starlette", "markupsafe"} <= set(needed())


@pytest.mark.parametrize("name", needed())
def test_licence_is_one_of_the_list(name: str) -> None:
    known = metadata(name)
    stated = [known.get("License-Expression"), *(c for c in known.get_all("Classifier") or [] if "License ::" in c)]
    words = " ".join(filter(None, stated)) or (known.get("License") or "")[:200]
    assert ALLOWED.search(words), f"{name}: licence {words!r}"
    assert not FORBIDDEN.search(words), f"{name}: licence {words!r}"

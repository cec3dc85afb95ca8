"""Every package that the core needs is under a licence that lets everyone use, change and pass it on."""

import re
from importlib.metadata import metadata, requires

import pytest

ALLOWED = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|MPL)", re.I)
FORBIDDEN = re.compile(r"\b(AGPL|GPL|Affero|proprietary|non-?commercial)", re.I)


def needed() -> list[str]:
    """The names of the core's dependencies, without those of extras."""
    found = [re.match(r"[\w.-]+", line) for line in requires("tawatur") or [] if "extra ==" not in line]
    return sorted(match[0] for match in found if match)


@pytest.mark.parametrize("name", needed())
def test_licence_is_one_of_the_list(name: str) -> None:
    known = metadata(name)
    stated = [known.get("License-Expression"), *(c for c in known.get_all("Classifier") or [] if "License ::" in c)]
    words = " ".join(filter(None, stated)) or (known.get("License") or "")[:200]
    assert ALLOWED.search(words), f"{name}: licence {words!r}"
    assert not FORBIDDEN.search(words), f"{name}: licence {words!r}"

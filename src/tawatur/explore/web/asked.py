"""The filters that an address asks for: the same words as on the command line and in Python."""

from typing import Any

from fastapi import Depends, Request

from tawatur.casefile.filters import Filters
from tawatur.errors import QueryError

NAMES = (
    "actor",
    "with_actor",
    "type",
    "extension",
    "place",
    "outlet",
    "source",
    "since",
    "until",
    "modality",
    "sort",
)
LONGEST = 200


def filters_in_address(
    actor: str = "",
    with_actor: str = "",
    type: str = "",
    extension: str = "",
    place: str = "",
    outlet: str = "",
    source: str = "",
    since: str = "",
    until: str = "",
    modality: str = "",
    sort: str = "",
    support: str = "",
    disputed: str = "",
) -> None:
    """Names the filters in the schema of the JSON addresses; `given_filters` reads and checks them."""


FILTERED = Depends(filters_in_address)


def given_filters(request: Request, **shape: Any) -> Filters:
    """The filters in the address; empty ones count as not given, unknown ones are left alone. Raises QueryError."""
    given = request.query_params
    plain: dict[str, Any] = {name: given[name].strip() for name in NAMES if given.get(name, "").strip()}
    for name, value in plain.items():
        if len(value) > LONGEST:
            raise QueryError(f"{name}: {len(value)} characters; at most {LONGEST}")
    support = given.get("support", "").strip()
    if support and not (support.isascii() and support.isdigit() and len(support) < 6):
        raise QueryError(f"support {support[:20]!r}: no number; write 2")
    plain |= {"disputed": bool(given.get("disputed")), "support": int(support) if support else None}
    return Filters(**(plain | shape))

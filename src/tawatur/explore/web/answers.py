"""What pages share: the open case, a page or its JSON twin, numbers of pages."""

from typing import Any

import msgspec
from fastapi import Request, Response
from markupsafe import Markup

from tawatur.casefile.case import Case
from tawatur.explore.drawings.svg import standalone

PAGE = 40  # events on a page: at about 2 KB each a page stays under 150 KB


def case_of(request: Request) -> Case:
    """The case that this app shows."""
    found: Case = request.app.state.case
    return found


def as_json(record: Any) -> Response:
    """The JSON twin of a page."""
    return Response(msgspec.json.encode(record), media_type="application/json")


def as_drawing(drawn: Markup, name: str) -> Response:
    """A drawing as a file of its own. Nothing in it can run, and its style stands inside it."""
    headers = {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
        "Content-Disposition": f'inline; filename="{name}.svg"',
    }
    return Response(standalone(drawn), media_type="image/svg+xml", headers=headers)

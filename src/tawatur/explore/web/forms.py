"""What a form of ours sends: its token, the reviewer, where to go next."""

import re
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Form, Request, Response

from tawatur.errors import JudgementError
from tawatur.explore.web.access import Access, User

_NAME_COOKIE = "tawatur-reviewer"
_LOCAL = re.compile(r"/(?![/\\])[^\s\\]{0,500}\Z")  # an address inside the app, never another site's
_THING = re.compile(r"/(?:events|ties|actors|articles)/([^/?#]+)")

Short = Annotated[str, Form(max_length=200)]
Long = Annotated[str, Form(max_length=2000)]


class FormRefused(JudgementError):
    """A form that is not ours, or of one who may not decide."""


def user_of(request: Request) -> User | None:
    """Who is logged in; None where no login is asked for."""
    access: Access = request.app.state.access
    return access.user_of(request.state.session)


def may_review(request: Request) -> bool:
    """Whether decisions are taken from this visitor."""
    access: Access = request.app.state.access
    user = user_of(request)
    return access.users is None or (user is not None and user.role == "reviewer")


def form_token(request: Request) -> str:
    """The token for the forms of a page."""
    access: Access = request.app.state.access
    return access.token(request.state.session)


def check_token(request: Request, token: str) -> None:
    """Refuses a form without its page's token. Raises FormRefused."""
    access: Access = request.app.state.access
    if not access.holds(request.state.session, token):
        raise FormRefused("the form is not one of this visit; go back, load the page again and send it once more")


def check_form(request: Request, token: str) -> None:
    """Refuses a form without the page's token, or of one who may only read. Raises FormRefused."""
    check_token(request, token)
    if not may_review(request):
        raise FormRefused("your login is for reading; a reviewer's is needed to decide")


def reviewer_of(request: Request, by: str) -> str:
    """The reviewer's name: that of the login, else as given in the form or before."""
    user = user_of(request)
    return user.name if user else by.strip() or remembered_name(request)


def remembered_name(request: Request) -> str:
    """The name under which this visitor decided before."""
    return unquote(request.cookies.get(_NAME_COOKIE, "")).strip()[:200]


def remember_name(answer: Response, reviewer: str) -> None:
    """Keeps the reviewer's name for the next form; a cookie holds Latin letters only, so others are spelled out."""
    answer.set_cookie(_NAME_COOKIE, quote(reviewer), max_age=31_536_000, samesite="strict", httponly=True)


def local_address(address: str, otherwise: str = "/") -> str:
    """The address, where it leads to a page of this app."""
    return address if _LOCAL.match(address) else otherwise


def named_thing(words: str) -> str:
    """The id that a person pasted: bare, or in the address of its page."""
    found = _THING.search(words)
    return found[1] if found else words.strip()

"""Logging in and out, where the app is shown beyond this machine."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from tawatur.explore.web.access import Access, new_session
from tawatur.explore.web.forms import Short, check_token, local_address
from tawatur.explore.web.rendering import render
from tawatur.explore.web.security import keep_session

router = APIRouter()
Next = Annotated[str, Query(max_length=600)]


@router.get("/login")
def login_page(request: Request, next: Next = "/") -> Response:
    """Asks for name and password."""
    return render(request, "login.html", next=local_address(next), missed=False)


@router.post("/login")
def log_in(
    request: Request,
    name: Short,
    password: Short,
    token: Short = "",
    next: Annotated[str, Form(max_length=600)] = "/",
) -> Response:
    """Opens a session for the right password; says nothing about which part was wrong."""
    check_token(request, token)
    access: Access = request.app.state.access
    address = request.client.host if request.client else ""
    session = access.log_in(name.strip(), password, address)
    if session is None:
        return render(request, "login.html", status=403, next=local_address(next), missed=True)
    answer = RedirectResponse(local_address(next), 303)
    keep_session(request, answer, session)
    return answer


@router.post("/logout")
def log_out(request: Request, token: Short = "") -> Response:
    """Ends the session."""
    check_token(request, token)
    access: Access = request.app.state.access
    access.log_out(request.state.session)
    answer = RedirectResponse("/login", 303)
    keep_session(request, answer, new_session())
    return answer

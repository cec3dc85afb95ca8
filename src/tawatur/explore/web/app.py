"""Makes the web app of one case."""

from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from tawatur.casefile.case import Case
from tawatur.errors import QueryError, TawaturError
from tawatur.explore.told import in_arabic
from tawatur.explore.web.access import Access, User
from tawatur.explore.web.deciding import Desk
from tawatur.explore.web.forms import FormRefused
from tawatur.explore.web.keeping import Kept
from tawatur.explore.web.pages import ROOMS
from tawatur.explore.web.rendering import render
from tawatur.explore.web.security import LOOPBACK, protect


def create_app(
    opened: Case, *, users: dict[str, User] | None = None, hosts: frozenset[str] | None = LOOPBACK
) -> FastAPI:
    """The app over an open case. It reads the case and writes nothing but judgements.

    With `users` it asks for a login; `hosts` are the names it answers to, None for any.
    """
    app = FastAPI(title="Tawatur", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.case, app.state.hosts = opened, hosts
    app.state.kept = Kept(opened)
    app.state.desk = Desk(opened, app.state.kept)
    app.state.access = Access(users)
    static = str(files("tawatur.explore.web").joinpath("static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.middleware("http")(protect)
    for room in ROOMS:
        app.include_router(room.router)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _no_such_page)
    app.add_exception_handler(TawaturError, _told)
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error of ours: one line for a person or, at a .json address, one JSON shape."""
    status = 404 if isinstance(error, QueryError) else 403 if isinstance(error, FormRefused) else 400
    return _answer(request, type(error).__name__, str(error), status)


async def _not_understood(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in faults)
    return _answer(request, "QueryError", told, 422)


async def _no_such_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _answer(request, "NoSuchPage", f"{request.url.path}: {getattr(error, 'detail', '')}", status)


def _answer(request: Request, kind: str, message: str, status: int) -> Response:
    case = request.app.state.case.name  # where the file lies is nobody's business who reads the pages
    message = message.replace(case, case.rsplit("/", 1)[-1])
    wants_json = request.url.path.endswith(".json") or "application/json" in request.headers.get("accept", "")
    if wants_json:
        arabic = in_arabic(message)
        told = {"error": kind, "message": message, "message_ar": arabic.plain() if arabic else ""}
        return JSONResponse(told, status_code=status)
    return render(request, "error.html", status=status, code=status, message=message)

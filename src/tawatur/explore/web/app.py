"""Makes the web app of one case."""

from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from tawatur.casefile.case import Case
from tawatur.errors import QueryError, TawaturError
from tawatur.explore.web.pages import articles, case, events, parties
from tawatur.explore.web.rendering import render
from tawatur.explore.web.security import protect


def create_app(opened: Case) -> FastAPI:
    """The app over an open case. It reads the case and writes nothing but judgements."""
    app = FastAPI(title="Tawatur", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.case = opened
    static = str(files("tawatur.explore.web").joinpath("static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.middleware("http")(protect)
    for room in (case, events, articles, parties):
        app.include_router(room.router)
    app.add_exception_handler(TawaturError, _told)
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error of ours: one line for a person or, at a .json address, one JSON shape."""
    status = 404 if isinstance(error, QueryError) else 400
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": type(error).__name__, "message": str(error)}, status_code=status)
    return render(request, "error.html", status=status, message=str(error))

"""What every request passes: the host it names, its size, its session; and the headers of every answer."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlsplit

from fastapi import Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse

from tawatur.explore.web.access import Access, new_session

COOKIE = "tawatur-session"
LONGEST_QUERY = 4_000  # characters of an address behind the question mark
LARGEST_FORM = 64_000  # bytes
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "Cache-Control": "no-cache",
}
Next = Callable[[Request], Awaitable[Response]]


async def protect(request: Request, call_next: Next) -> Response:
    """Refuses what no page of ours sends; opens a session; adds the headers to every answer."""
    session = request.cookies.get(COOKIE, "")
    fresh = not 20 <= len(session) <= 100
    request.state.session = new_session() if fresh else session
    answer = _refusal(request) or _login_first(request) or await call_next(request)
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if fresh and not request.url.path.startswith("/static/"):
        keep_session(request, answer, request.state.session)
    return answer


def keep_session(request: Request, answer: Response, session: str) -> None:
    """Hands a session's cookie out; no script can read it, no other site's form sends it."""
    if not any(COOKIE in given for given in answer.headers.getlist("set-cookie")):
        answer.set_cookie(COOKIE, session, httponly=True, samesite="lax", secure=request.url.scheme == "https")


def _refusal(request: Request) -> Response | None:
    hosts: frozenset[str] | None = request.app.state.hosts
    try:
        host = urlsplit("//" + request.headers.get("host", "")).hostname or ""
    except ValueError:
        host = ""
    if hosts is not None and host not in hosts:
        return PlainTextResponse("tawatur: this case is shown under this machine's own name only", 421)
    if len(request.url.query) > LONGEST_QUERY:
        return PlainTextResponse("tawatur: the question in the address is too long", 414)
    if request.method not in ("GET", "HEAD"):
        return _bad_form(request)
    return None


def _bad_form(request: Request) -> Response | None:
    length = request.headers.get("content-length", "")
    if not length.isdigit():
        return PlainTextResponse("tawatur: a form says its length", 411)
    if int(length) > LARGEST_FORM:
        return PlainTextResponse("tawatur: the form is too large", 413)
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return PlainTextResponse("tawatur: forms of other sites are refused", 403)
    return None


def _login_first(request: Request) -> Response | None:
    access: Access = request.app.state.access
    path = request.url.path
    if access.users is None or path == "/login" or path.startswith("/static/"):
        return None
    if access.user_of(request.state.session) is not None:
        return None
    if path.endswith(".json") or request.method != "GET":
        return JSONResponse({"error": "LoginNeeded", "message": "log in at /login first"}, 401)
    wanted = f"{path}?{request.url.query}" if request.url.query else path
    language = request.query_params.get("lang")
    spoken = f"&lang={language}" if language in ("ar", "en") else ""  # the one asked for, on the way in too
    return RedirectResponse(f"/login?next={quote(wanted)}{spoken}", 303)

"""`tawatur serve`: the web app on a case."""

from typing import Annotated

import typer

from tawatur.errors import CaseError
from tawatur.explore.cli.lists import CaseIn
from tawatur.explore.cli.output import line

Host = Annotated[str, typer.Option("--host", help="The address to listen on; only this machine's own, for now.")]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the first page in the browser.")]
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("serve")(serve)


def serve(case: CaseIn, host: Host = "127.0.0.1", port: Port = 8300, browser: Browser = False) -> None:
    """Show a case in the browser, in Arabic and English; it answers on this machine only."""
    if host not in LOOPBACK:
        raise CaseError(f"{host}: not this machine's own address; a case is shown to nobody else without a login")
    import uvicorn

    from tawatur.casefile.case import Case
    from tawatur.explore.web.app import create_app

    address = f"http://{host}:{port}/"
    with Case.open(case) as opened:
        app = create_app(opened)
        line("open ", (address, "bold"), " (Ctrl-C ends it)")
        if browser:
            import webbrowser

            webbrowser.open(address)
        uvicorn.run(app, host=host, port=port, log_level="warning")

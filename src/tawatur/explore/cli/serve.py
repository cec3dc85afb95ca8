"""`tawatur serve`: the web app on a case. `tawatur user`: who may see it from elsewhere."""

import threading
from pathlib import Path
from typing import Annotated

import typer

from tawatur.errors import CaseError
from tawatur.explore.cli.lists import CaseIn
from tawatur.explore.cli.output import line

Host = Annotated[
    str, typer.Option("--host", help="The address to listen on; another than this machine's own needs a login.")
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the first page in the browser.")]
Passwords = Annotated[
    Path | None, typer.Option("--password-file", help="The users who may log in, as `tawatur user` writes them.")
]
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def add_to(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("serve")(serve)
    app.command("user")(user)


def serve(
    case: CaseIn,
    host: Host = "127.0.0.1",
    port: Port = 8300,
    browser: Browser = False,
    password_file: Passwords = None,
) -> None:
    """Show a case in the browser, in Arabic and English; to other machines only with a login."""
    if host not in LOOPBACK and password_file is None:
        raise CaseError(f"{host}: not this machine's own address; name who may see the case with --password-file")
    import uvicorn

    from tawatur.casefile.case import Case
    from tawatur.explore.web.access import read_users
    from tawatur.explore.web.app import create_app
    from tawatur.explore.web.pages.network import prepare

    users = read_users(password_file) if password_file else None
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    with Case.open(case) as opened:
        app = create_app(opened, users=users, hosts=LOOPBACK if host in LOOPBACK else None)
        threading.Thread(target=prepare, args=(app.state.kept, opened), name="tawatur-network", daemon=True).start()
        line("open ", (address, "bold"), " (Ctrl-C ends it)")
        if browser:
            import webbrowser

            webbrowser.open(address)
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def user(
    name: Annotated[str, typer.Argument(help="The user's name; it signs the user's decisions.")],
    password_file: Annotated[Path, typer.Option("--password-file", help="The file to write the user into.")],
    role: Annotated[str, typer.Option("--role", help="reader, who looks; or reviewer, who also decides.")] = "reader",
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when not given.")
    ] = "",
) -> None:
    """Write a user, or a user's new password, into a password file; the password itself is not kept."""
    from tawatur.explore.web.access import password_line, read_users

    if role not in ("reader", "reviewer") or ":" in name or not name.strip() or len(password) < 8:
        raise CaseError("user: a name without a colon, the role reader or reviewer, eight letters of password or more")
    kept = read_users(password_file) if password_file.is_file() else {}
    lines = [f"{u.name}:{u.role}:{u.salt}:{u.digest}" for u in kept.values() if u.name != name.strip()]
    lines.append(password_line(name.strip(), role, password))
    password_file.touch(mode=0o600)
    password_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    line((name.strip(), "bold"), f" may now log in as {role}")

"""Who may look and who may decide: users with roles, sessions, form tokens.

Without users (the app listens on this machine only) everyone here may decide and says a name with each decision.
"""

import hashlib
import hmac
import secrets
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Literal

import msgspec

from tawatur.errors import CaseError

Role = Literal["reader", "reviewer"]
SESSION_HOURS = 12
TRIES, TRIES_SECONDS = 8, 300  # wrong passwords from one address before it has to wait
_COST = {"n": 2**14, "r": 8, "p": 1}


class User(msgspec.Struct, frozen=True):
    """A person with a login."""

    name: str
    role: Role
    salt: str
    digest: str


def password_line(name: str, role: str, password: str) -> str:
    """A line of a password file: name, role, salt and scrypt digest; the password itself is nowhere in it."""
    salt = secrets.token_hex(16)
    return f"{name}:{role}:{salt}:{_digest(password, salt)}"


def read_users(path: Path) -> dict[str, User]:
    """The users of a password file. Raises CaseError with the line that is wrong."""
    if not path.is_file():
        raise CaseError(f"{path}: no such password file; make one with `tawatur user NAME --password-file {path}`")
    users: dict[str, User] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.strip().split(":")
        if len(parts) != 4 or parts[1] not in ("reader", "reviewer") or not parts[0]:
            raise CaseError(f"{path}, line {number}: write name:reader or reviewer:salt:digest, as `tawatur user` does")
        users[parts[0]] = User(parts[0], parts[1], parts[2], parts[3])  # type: ignore[arg-type]
    if not users:
        raise CaseError(f"{path}: names no user; add one with `tawatur user NAME --password-file {path}`")
    return users


class Access:
    """Sessions and tokens of one running app."""

    def __init__(self, users: dict[str, User] | None = None) -> None:
        """With `users` a login is asked for; without, none."""
        self.users = users
        self._secret = secrets.token_bytes(32)
        self._sessions: dict[str, tuple[str, float]] = {}
        self._missed: defaultdict[str, list[float]] = defaultdict(list)
        self._turn = threading.Lock()

    def token(self, session: str) -> str:
        """The form token of a session: no other site can know it."""
        return hmac.new(self._secret, session.encode(), "sha256").hexdigest()

    def holds(self, session: str, token: str) -> bool:
        """Whether a form's token belongs to the session."""
        return bool(session) and hmac.compare_digest(self.token(session).encode(), token.encode())

    def user_of(self, session: str) -> User | None:
        """Who is logged in under a session that has not run out."""
        name, made = self._sessions.get(session, ("", 0.0))
        return (self.users or {}).get(name) if time.time() - made < SESSION_HOURS * 3600 else None

    def log_in(self, name: str, password: str, address: str) -> str | None:
        """A new session for the right password, else None; after many wrong ones always None for some minutes."""
        now = time.time()
        with self._turn:
            missed = self._missed[address] = [t for t in self._missed[address] if now - t < TRIES_SECONDS]
        if len(missed) >= TRIES:
            return None
        user = (self.users or {}).get(name)
        digest = _digest(password[:200], user.salt if user else "0" * 32)  # the same work for an unknown name
        if user is None or not hmac.compare_digest(digest, user.digest):
            missed.append(now)
            return None
        session = new_session()
        with self._turn:
            alive = {s: v for s, v in self._sessions.items() if now - v[1] < SESSION_HOURS * 3600}
            self._sessions = alive | {session: (name, now)}
        return session

    def log_out(self, session: str) -> None:
        """Ends a session."""
        with self._turn:
            self._sessions.pop(session, None)


def new_session() -> str:
    """A session's name that cannot be guessed."""
    return secrets.token_urlsafe(24)


def _digest(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=salt.encode(), dklen=32, **_COST).hex()

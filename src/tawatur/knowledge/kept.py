"""Keeps what is costly to make from the package's data between runs, by the digest of what it was made from.

The files lie in the user's cache folder (`TAWATUR_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`) and can be removed at
any time. A file that cannot be read is made anew; where the folder cannot be written, nothing is kept.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

Made = TypeVar("Made")


def kept(name: str, source: bytes, make: Callable[[], Made], type: type[Made]) -> Made:
    """What `make` gives, taken from the cache where it was made from the same `source` before.

    `type` is what msgpack must decode it to; `source` is everything that the result depends on, code included.
    """
    folder = _folder()
    path = folder / f"{name}-{hashlib.blake2b(source, digest_size=12).hexdigest()}.msgpack"
    with contextlib.suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(path.read_bytes(), type=type)
    packed = msgspec.msgpack.encode(make())
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, packed)
    return msgspec.msgpack.decode(packed, type=type)  # decoded, so that the first run sees what the next ones see


def _folder() -> Path:
    own = os.environ.get("TAWATUR_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawatur"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: another process may read at the same moment."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise

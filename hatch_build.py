"""Compiles the reading rooms into the wheel when TAWATUR_COMPILE=1 is set; else the wheel is plain Python, as always.

`TAWATUR_COMPILE=1 pip install .` needs a C compiler and some minutes, and gives a reading that is the same byte for
byte and about twice as fast (docs/scale.md).
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that hatchling calls before it writes a wheel."""

    @property
    def wanted(self) -> bool:
        """Whether this build was asked to compile."""
        return self.target_name == "wheel" and os.environ.get("TAWATUR_COMPILE", "") not in ("", "0")

    def dependencies(self) -> list[str]:
        """What compiling needs: mypyc, and whatever the sources import, since mypyc reads their types."""
        if not self.wanted:
            return []
        return ["mypy[mypyc]>=2.0", "setuptools>=70", "types-PyYAML", *self.metadata.core.dependencies]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Puts the compiled copy over the sources. A development install (`-e`) stays as it is."""
        if not self.wanted or version == "editable":
            return
        root, folder = Path(self.root), Path(self.directory).resolve() / "compiled"
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "compiling.build", str(root / "src" / "tawatur"), str(folder)]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "tools"), os.environ.get("PYTHONPATH", "")])}
        subprocess.run(command, check=True, cwd=root, env=env)
        source = folder / "src"
        made = [path for path in sorted(source.rglob("*")) if path.suffix in (".py", ".so", ".pyd")]
        build_data["force_include"] = {str(path): str(path.relative_to(source)) for path in made}
        build_data["pure_python"], build_data["infer_tag"] = False, True

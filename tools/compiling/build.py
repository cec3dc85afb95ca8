"""Compiles a copy of the reading rooms with mypyc: python -m compiling.build SOURCE FOLDER.

SOURCE is the package; FOLDER gets `src/tawatur`, the rewritten copy, with the compiled modules beside their sources.
"""

import os
import sys
from pathlib import Path

from compiling.tree import copied

CONFIG = "[mypy]\nstrict = True\nwarn_unused_ignores = False\nignore_missing_imports = True\nmypy_path = src\n"
LEVEL = "1"  # gcc's: 2 and 3 take twice as long and gain nothing that could be measured
# one library holds all modules: what they call of one another need not be found by name when it is loaded
INSIDE = [] if sys.platform == "win32" else ["-fvisibility=hidden"]


def compile_rooms(source: Path, folder: Path) -> None:
    """Fills `folder`. Raises SystemExit with mypyc's own words where a module cannot be compiled."""
    modules = copied(source.resolve(), folder.resolve() / "src" / "tawatur")
    (folder / "mypy.ini").write_text(CONFIG)
    os.chdir(folder)  # mypyc and setuptools name everything from the folder they stand in
    from mypyc.build import mypycify
    from setuptools import Distribution

    names = [str(path.relative_to(Path.cwd())) for path in modules]
    extensions = mypycify(names, opt_level=LEVEL, debug_level="0", multi_file=True, group_name="tawatur")
    for extension in extensions:
        extension.extra_compile_args += INSIDE
    command = Distribution({"name": "tawatur", "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = "src", "objects"
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_rooms(Path(sys.argv[1]), Path(sys.argv[2]))

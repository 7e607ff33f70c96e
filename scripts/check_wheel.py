"""Whether a wheel with compiled modules reads the sample corpus as the modules that it was made from do.

    python scripts/check_wheel.py dist/plantext-….whl

Prints what was compiled and compared; exits 1 where a document differs, or where nothing is compiled.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
READ = """
import hashlib, json, sys
from importlib import import_module
from pathlib import Path
import msgspec
from plantext import read
said = {path: hashlib.sha256(msgspec.msgpack.encode(read(Path(path), cache=False))).hexdigest() for path in sys.argv[1:]}
print(json.dumps({"from": import_module("plantext.read.pdf.lines").__file__, "said": said}))
"""


def read_all(tree: Path, paths: list[Path]) -> dict[str, dict[str, str]]:
    """Where the package of `tree` has its lines from, and a digest of each document that it reads."""
    done = subprocess.run(
        [sys.executable, "-c", READ, *map(str, paths)],
        env={**os.environ, "PYTHONPATH": str(tree)},
        cwd=tempfile.gettempdir(),
        check=True,
        capture_output=True,
        text=True,
    )
    answer: dict[str, dict[str, str]] = json.loads(done.stdout)
    return answer


def main() -> int:
    """Compare."""
    wheel = Path(sys.argv[1])
    paths = sorted((ROOT / "corpus").rglob("*.pdf"))
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as file:
        file.extractall(folder)
        compiled = read_all(Path(folder), paths)
        modules = sum(1 for one in Path(folder).rglob("*") if one.suffix in {".so", ".pyd"})
    plain = read_all(ROOT, paths)
    differ = [path for path in plain["said"] if plain["said"][path] != compiled["said"][path]]
    if str(compiled["from"]).endswith(".py"):
        print(f"{wheel.name} holds no compiled modules.")
        return 1
    print(f"{wheel.name}: {modules} compiled modules; {len(paths) - len(differ)} of {len(paths)} documents are read alike.")
    for path in differ:
        print(f"  not alike: {path}")
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main())

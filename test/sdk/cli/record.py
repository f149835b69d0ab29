"""What does the real AWS CLI send for these notebooks and scripts?

    PYTHON-WITH-AWSCLI-AND-IPYTHON record.py --into DIRECTORY CASE.py|CASE.sh...

A `.py` is a notebook: a line that begins with `# %%` stands between two cells; a real IPython runs the cells in order, with their
`!` lines and `%%bash`. Writes DIRECTORY/CASE.json: `requests` and `errors`, each with its cell, in the order they were
made. Nothing leaves the machine: `aws` is aws.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CELL_BREAK = re.compile(r"^# %%.*\n", re.MULTILINE)
SETTINGS = ("AWS_", "SAGEMAKER_", "XDG_", "IPYTHON")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("cases", type=Path, nargs="+")
    arguments = parser.parse_args()
    if arguments.inside:
        run_notebook(arguments.cases[0])
        return 0
    for case in arguments.cases:
        record(case.resolve(), arguments.into.resolve() / f"{case.name}.json")
    return 0


def record(case: Path, output: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="cli-recorder-") as name:
        directory = Path(name)
        log = directory / "log"
        log.touch()
        commands = directory / "bin"
        commands.mkdir()
        program = commands / "aws"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{HERE / "aws.py"}" "$@"\n')
        program.chmod(0o755)
        work = directory / "work"
        work.mkdir()
        own = {key: value for key, value in os.environ.items() if not key.startswith(SETTINGS)}
        environment = own | {
            "PATH": f"{commands}{os.pathsep}{own['PATH']}",
            "HOME": str(directory),
            "SHELL": "/bin/bash",
            "IPYTHONDIR": str(directory / "ipython"),
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "nobody",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_EC2_METADATA_DISABLED": "true",
            "RECORDER_LOG": str(log),
        }
        command = (
            ["bash", str(case)]
            if case.suffix == ".sh"
            else [sys.executable, str(HERE / "record.py"), "--into", name, "--inside", str(case)]
        )
        subprocess.run(command, cwd=work, env=environment, check=False, capture_output=True, timeout=300)
        cell = 0
        entries: dict[str, list[dict[str, Any]]] = {"requests": [], "errors": []}
        for line in log.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if "cell" in entry:
                cell = entry["cell"]
                continue
            entries["errors" if "error" in entry else "requests"].append({"cell": cell} | entry)
    recording = {"cli": {package: version(package) for package in ("awscli", "ipython")}} | entries
    output.write_text(json.dumps(recording, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def run_notebook(case: Path) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    for index, cell in enumerate(CELL_BREAK.split(case.read_text(encoding="utf-8"))):
        with open(os.environ["RECORDER_LOG"], "a", encoding="utf-8") as log:
            log.write(json.dumps({"cell": index}) + "\n")
        shell.run_cell(cell)


if __name__ == "__main__":
    sys.exit(main())

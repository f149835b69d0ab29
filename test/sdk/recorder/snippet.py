"""A snippet: its cells, the files it names, and where in it the program stands."""

from __future__ import annotations

import ast
import linecache
import re
import shutil
import sys
import traceback
import types
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recorder.isolation import CONFIGURATION

CELL_START = re.compile(r"^(?=# %%)", re.MULTILINE)
LOCAL_FILE = re.compile(r"^[\w./-]+\.(py|sh|txt|csv|json|yaml|yml)$")


@dataclass(frozen=True)
class Place:
    """0-based cell, 1-based lines within it."""

    cell: int
    line: int
    end_line: int

    def as_json(self) -> dict[str, int]:
        return {"cell": self.cell, "line": self.line, "endLine": self.end_line}


class Snippet:
    """Python text; a line that begins with `# %%` begins a cell. Cells run in order in one namespace."""

    def __init__(self, text: str) -> None:
        self.cells = [cell for cell in CELL_START.split(text) if cell]
        self._labels = {f"<cell {index}>": index for index in range(len(self.cells))}

    def make_named_files(self, directory: Path) -> None:
        """Stubs of the local files and `source_dir` folders that the code names: the SDK looks for them."""
        constants: set[str] = set()
        folders: set[str] = {"."}
        for cell in self.cells:
            for node in ast.walk(ast.parse(cell)):
                if (
                    isinstance(node, ast.keyword)
                    and node.arg == "source_dir"
                    and isinstance(node.value, ast.Constant)
                ):
                    folders.add(str(node.value.value))
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    constants.add(node.value)
        for folder in folders:
            for name in filter(LOCAL_FILE.match, constants):
                path = directory / folder / name
                if "://" not in folder and path.resolve().is_relative_to(directory.resolve()):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text("")

    def copy_inputs(self, directory: Path, inputs: Path, name: str) -> None:
        """The defaults files that the text names, and the files of the case: inputs/NAME.files."""
        for owner, place in (("user", "user"), ("administrator", "site")):
            named = re.search(rf"^# {owner} defaults: (\S+)$", "".join(self.cells), re.MULTILINE)
            target = CONFIGURATION / place / "sagemaker" / "config.yaml"
            target.unlink(missing_ok=True)
            if named:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(inputs / "defaults" / named[1], target)
        folder = inputs / f"{name.partition('.')[0]}.files"
        if folder.is_dir():
            shutil.copytree(folder, directory, dirs_exist_ok=True)

    def run(self) -> dict[str, Any] | None:
        """Runs the cells; what ended them early, if anything did."""
        main = types.ModuleType("__main__")
        sys.modules["__main__"] = main
        try:
            for label, index in self._labels.items():
                source = self.cells[index]
                linecache.cache[label] = (len(source), None, source.splitlines(keepends=True), label)
                exec(compile(source, label, "exec"), vars(main))
        except Exception as problem:
            return {"type": type(problem).__name__, "message": str(problem), **self._place_of_error(problem)}
        return None

    def place(self) -> Place | None:
        """The innermost call of the snippet that is under way; of a thread of the SDK's what waits for it."""
        for innermost in (sys._getframe(1), *sys._current_frames().values()):
            frame: types.FrameType | None = innermost
            while frame is not None:
                cell = self._labels.get(frame.f_code.co_filename)
                if cell is not None:
                    line, end_line, _, _ = list(frame.f_code.co_positions())[frame.f_lasti // 2]
                    return Place(cell, line or frame.f_lineno, end_line or frame.f_lineno)
                frame = frame.f_back
        return None

    def _place_of_error(self, problem: BaseException) -> dict[str, int]:
        place: dict[str, int] = {}
        for entry in traceback.extract_tb(problem.__traceback__):
            cell = self._labels.get(entry.filename)
            if cell is not None and entry.lineno is not None:
                place = Place(cell, entry.lineno, entry.end_lineno or entry.lineno).as_json()
        return place

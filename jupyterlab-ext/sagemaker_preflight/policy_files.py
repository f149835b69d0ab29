"""
The team's policy files: the one of this machine, and the one nearest to a notebook in what Jupyter serves, by Jupyter's
own contents manager, so that nothing is read that a user of it could not open. The rules are those of
`core/aws/policy-files.ts`.
"""

from __future__ import annotations

import os
import posixpath
import sys
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from tornado.web import HTTPError

from .sdk_defaults import most_bytes, read

policy_file = "sagemaker-preflight.yaml"

Found = dict[str, str]
"""`path`, and `text` or `why` it cannot be read; `of`: "machine", where it is the machine's."""


def machine_policy() -> Found | None:
    path = machine_path()
    if path is None:
        return None
    answer = read(Path(path))
    match answer["state"]:
        case "text":
            return {"path": path, "text": answer["text"], "of": "machine"}
        case "absent":
            return None
        case "folder":
            return {"path": path, "why": "it is a folder"}
    return {"path": path, "why": answer["why"]}


def machine_path() -> str | None:
    if named := os.environ.get("SAGEMAKER_PREFLIGHT_POLICY"):
        return named
    if sys.platform == "win32":
        data = os.environ.get("PROGRAMDATA")
        return os.path.join(data, "sagemaker-preflight", policy_file) if data else None
    if sys.platform == "darwin":
        return f"/Library/Application Support/sagemaker-preflight/{policy_file}"
    return f"/etc/sagemaker-preflight/{policy_file}"


async def nearest_policy(contents: Any, notebook: str) -> Found | None:
    """The file in the notebook's folder or in one above it, up to the root of its repository or of what is served."""
    folder = posixpath.dirname(notebook.strip("/"))
    for _ in range(most_folders):
        path = posixpath.join(folder, policy_file)
        try:
            is_there = await ensure_async(contents.file_exists(path))
        except HTTPError:  # outside of what is served
            return None
        if is_there:
            return await read_served(contents, path)
        if folder == "" or await is_repository(contents, folder):
            return None
        folder = posixpath.dirname(folder)
    return None


most_folders = 64


async def is_repository(contents: Any, folder: str) -> bool:
    """Whatever the manager hides from users, it says whether a folder is there."""
    try:
        return bool(await ensure_async(contents.dir_exists(posixpath.join(folder, ".git"))))
    except HTTPError:
        return False


async def read_served(contents: Any, path: str) -> Found:
    try:
        size = (await ensure_async(contents.get(path, content=False, type="file"))).get("size")
        if size is None or size > most_bytes:
            return {"path": path, "why": "it is too large" if size else "its size is not known"}
        text = (await ensure_async(contents.get(path, type="file", format="text")))["content"]
    except HTTPError as error:
        return {"path": path, "why": error.log_message or f"HTTP {error.status_code}"}
    except Exception as error:  # a manager of another make
        return {"path": path, "why": type(error).__name__}
    return {"path": path, "text": text}

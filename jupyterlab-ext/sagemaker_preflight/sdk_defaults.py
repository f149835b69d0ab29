"""
The SageMaker SDK's own configuration files, which are outside the folder that Jupyter serves: exactly those two of the
user whom the server runs as, and no path that a request could name.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from platformdirs import site_config_dir, user_config_dir

most_bytes = 1_000_000
config_file = "config.yaml"
too_large = {"state": "unreadable", "why": "it is too large"}


def sdk_defaults() -> dict[str, Any]:
    """`places`: SdkDefaultsPlaces, `files`: FileAnswer by path, as in `core/src/files`."""
    places = {
        "administrator": place("SAGEMAKER_ADMIN_CONFIG_OVERRIDE", site_config_dir("sagemaker")),
        "user": place("SAGEMAKER_USER_CONFIG_OVERRIDE", user_config_dir("sagemaker")),
    }
    files: dict[str, Any] = {}
    for one in places.values():
        path = one["path"]
        # One that is relative is relative to the notebook: the front end reads it there
        if path.startswith("s3://") or not os.path.isabs(path):
            continue
        files[path] = read(Path(path))
        if files[path]["state"] == "folder":
            inner = f"{path.rstrip('/')}/{config_file}"
            files[inner] = read(Path(inner))
    return {"places": places, "files": files}


def place(variable: str, folder: str) -> dict[str, Any]:
    override = os.environ.get(variable)
    if override is not None:
        return {"path": override, "isOverride": True}
    return {"path": os.path.join(folder, config_file), "isOverride": False}


def read(path: Path) -> dict[str, Any]:
    try:
        if path.is_dir():
            return {"state": "folder"}
        if not path.exists():
            return {"state": "absent"}
        if not path.is_file():
            return {"state": "unreadable", "why": "it is no file"}
        if size_of(path) > most_bytes:
            return too_large
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)  # it may have grown since
        return too_large if len(content) > most_bytes else {"state": "text", "text": content.decode()}
    except UnicodeDecodeError:
        return {"state": "unreadable", "why": "it is not UTF-8"}
    except OSError as error:
        return {"state": "unreadable", "why": error.strerror or type(error).__name__}


def size_of(path: Path) -> int:
    return path.stat().st_size

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from conftest import Server
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager, LargeFileManager
from sagemaker_preflight.policy_files import machine_path, machine_policy, nearest_policy
from sagemaker_preflight.sdk_defaults import most_bytes

variable = "SAGEMAKER_PREFLIGHT_POLICY"
name = "sagemaker-preflight.yaml"


def nearest(root: Path, notebook: str, manager: type = LargeFileManager) -> Any:
    return asyncio.run(nearest_policy(manager(root_dir=str(root)), notebook))


def write(path: Path, text: str = "network:\n  vpc: required\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("manager", [LargeFileManager, AsyncLargeFileManager])
def test_the_nearest_one_counts(tmp_path: Path, manager: type) -> None:
    write(tmp_path / name, "a: 1\n")
    write(tmp_path / "team/deep/notebook.ipynb", "{}")
    assert nearest(tmp_path, "team/deep/notebook.ipynb", manager) == {"path": name, "text": "a: 1\n"}
    write(tmp_path / "team" / name, "b: 1\n")
    assert nearest(tmp_path, "team/deep/notebook.ipynb", manager) == {
        "path": f"team/{name}",
        "text": "b: 1\n",
    }
    assert nearest(tmp_path, "notebook.ipynb", manager) == {"path": name, "text": "a: 1\n"}


def test_none_of_another_repository(tmp_path: Path) -> None:
    write(tmp_path / name)
    write(tmp_path / "repository/.git/HEAD")
    assert nearest(tmp_path, "repository/work/notebook.ipynb") is None


@pytest.mark.parametrize("notebook", ["../outside/a.ipynb", "/../../a.ipynb", "", "no/such/folder/a.ipynb"])
def test_nothing_outside_of_what_is_served(tmp_path: Path, notebook: str) -> None:
    write(tmp_path / name)
    write(tmp_path / "outside" / name)
    root = tmp_path / "served"
    root.mkdir()
    assert nearest(root, notebook) is None


def test_one_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    write(tmp_path / name, "#" * (most_bytes + 1))
    assert nearest(tmp_path, "a.ipynb") == {"path": name, "why": "it is too large"}
    (tmp_path / name).write_bytes(b"\xff\xfe")
    assert "not UTF-8" in nearest(tmp_path, "a.ipynb")["why"]


def test_the_one_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(variable, raising=False)
    assert str(machine_path()).endswith(f"sagemaker-preflight/{name}")
    path = tmp_path / "policy.yaml"
    monkeypatch.setenv(variable, str(path))
    assert machine_policy() is None
    write(path)
    assert machine_policy() == {"path": str(path), "text": "network:\n  vpc: required\n", "of": "machine"}
    path.unlink()
    path.mkdir()
    assert machine_policy() == {"path": str(path), "why": "it is a folder"}


def test_the_server_gives_it(server: Server) -> None:
    path = "sagemaker-preflight/policy?path=team/a.ipynb"
    assert server.request(path).json == {"files": [], "unreadable": []}
    file = write(server.home / "team" / name)
    root = write(server.home / name)
    try:
        found = {"path": f"team/{name}", "text": "network:\n  vpc: required\n"}
        assert server.request(path).json == {"files": [found], "unreadable": []}
        assert server.request(path, with_token=False).status in (401, 403)
        assert server.request("sagemaker-preflight/policy").json == {"files": [], "unreadable": []}
    finally:
        root.unlink()
        file.unlink()

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from conftest import Server
from sagemaker_preflight import sdk_defaults as module
from sagemaker_preflight.sdk_defaults import most_bytes, sdk_defaults

administrator = "SAGEMAKER_ADMIN_CONFIG_OVERRIDE"
user = "SAGEMAKER_USER_CONFIG_OVERRIDE"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own: both folders of the SDK's defaults are below the one that is returned."""
    monkeypatch.delenv(administrator, raising=False)
    monkeypatch.delenv(user, raising=False)
    monkeypatch.setattr(module, "site_config_dir", lambda name: str(tmp_path / "site" / name))
    monkeypatch.setattr(module, "user_config_dir", lambda name: str(tmp_path / "user" / name))
    return tmp_path


def write(path: Path, text: str = "SchemaVersion: '1.0'\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def answers() -> list[Any]:
    return list(sdk_defaults()["files"].values())


def test_the_two_files_of_this_machine(folders: Path) -> None:
    ours = write(folders / "user/sagemaker/config.yaml")
    theirs = str(folders / "site/sagemaker/config.yaml")
    assert sdk_defaults() == {
        "places": {
            "administrator": {"path": theirs, "isOverride": False},
            "user": {"path": ours, "isOverride": False},
        },
        "files": {theirs: {"state": "absent"}, ours: {"state": "text", "text": "SchemaVersion: '1.0'\n"}},
    }


def test_variables_name_other_ones(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(folders / "elsewhere.yaml")
    monkeypatch.setenv(user, file)
    defaults = sdk_defaults()
    assert defaults["places"]["user"] == {"path": file, "isOverride": True}
    assert defaults["files"][file]["state"] == "text"


def test_of_a_folder_only_its_config_yaml(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = write(folders / "own/config.yaml")
    write(folders / "own/credentials", "secret")
    monkeypatch.setenv(user, str(folders / "own"))
    files = sdk_defaults()["files"]
    assert files[str(folders / "own")] == {"state": "folder"}
    assert files[inner]["state"] == "text"
    assert not any("secret" in str(answer) for answer in files.values())


@pytest.mark.parametrize("path", ["s3://bucket/config.yaml", "config.yaml", "~/config.yaml", ""])
def test_what_is_not_a_path_of_this_machine_is_left_to_the_front_end(
    folders: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv(administrator, path)
    defaults = sdk_defaults()
    assert defaults["places"]["administrator"] == {"path": path, "isOverride": True}
    assert path not in defaults["files"]


def test_bounded(folders: Path) -> None:
    write(folders / "site/sagemaker/config.yaml", "x" * (most_bytes + 1))
    write(folders / "user/sagemaker/config.yaml", "x" * most_bytes)
    large, fits = answers()
    assert large == {"state": "unreadable", "why": "it is too large"}
    assert len(fits["text"]) == most_bytes


def test_bounded_when_it_grows_while_it_is_read(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folders / "site/sagemaker/config.yaml", "x" * (most_bytes + 1))
    monkeypatch.setattr(module, "size_of", lambda path: 2)
    assert answers()[0] == {"state": "unreadable", "why": "it is too large"}


def test_not_text_not_a_file_not_permitted(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = folders / "user/sagemaker/config.yaml"
    write(binary)
    binary.write_bytes(b"\xff\xfe\x00")
    pipe = folders / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setenv(administrator, str(pipe))
    assert answers() == [
        {"state": "unreadable", "why": "it is no file"},
        {"state": "unreadable", "why": "it is not UTF-8"},
    ]


def test_only_for_the_user_of_the_server(server: Server) -> None:
    assert server.request("sagemaker-preflight/sdk-defaults", with_token=False).status == 403


def test_no_request_names_a_file(server: Server) -> None:
    path = "sagemaker-preflight/sdk-defaults"
    plain = server.request(path)
    assert plain.status == 200
    assert set(plain.json) == {"places", "files"}
    assert server.request(f"{path}?path=/etc/passwd&user=/etc/passwd").json == plain.json
    assert server.request(f"{path}/etc/passwd").status == 404
    assert server.request(path, {"path": "/etc/passwd"}).status == 405

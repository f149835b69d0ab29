from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Server
from sagemaker_preflight.profiles import available_profiles

config = """
[default]
region = us-east-1

[profile team]
sso_session = corp
role_arn = arn:aws:iam::111122223333:role/team

[profile "with space"]
region = eu-west-1

[sso-session corp]
sso_start_url = https://corp.example/start

[services local]
s3 =
  endpoint_url = http://localhost
"""
credentials = """
[default]
aws_access_key_id = not-to-be-told
[old]
aws_secret_access_key = not-to-be-told
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_PROFILE", "not-in-the-files")
    return tmp_path


def test_the_names_of_both_files_and_nothing_else(files: Path) -> None:
    (files / "config").write_text(config)
    (files / "credentials").write_text(credentials)
    assert available_profiles() == {"profiles": ["default", "old", "team", "with space"]}
    (files / "config").write_text("[profile new]\n")  # they are read anew
    assert available_profiles() == {"profiles": ["default", "new", "old"]}


def test_none_where_there_are_no_files(files: Path) -> None:
    assert available_profiles() == {"profiles": []}


def test_a_file_that_cannot_be_read_says_which_and_nothing_of_it(files: Path) -> None:
    (files / "credentials").write_text("not-to-be-told = 1\n[half\n")
    found = available_profiles()
    assert found["profiles"] == []
    assert str(files / "credentials") in found["why"]
    assert "not-to-be-told" not in found["why"]


def test_only_for_the_user_of_the_server(server: Server) -> None:
    assert server.request("sagemaker-preflight/profiles", with_token=False).status in (401, 403)
    answer = server.request("sagemaker-preflight/profiles")
    assert answer.status == 200
    assert set(answer.json) == {"profiles"}

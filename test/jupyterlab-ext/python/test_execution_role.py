from __future__ import annotations

import json
from pathlib import Path

import pytest
from sagemaker_preflight.execution_role import execution_role

arn = "arn:aws:iam::111122223333:role/service-role/Lab"


def test_is_the_one_that_sagemaker_names(tmp_path: Path) -> None:
    file = tmp_path / "resource-metadata.json"
    file.write_text(json.dumps({"AppType": "JupyterLab", "ExecutionRoleArn": arn}))
    for has_own_credentials in (False, True):
        assert execution_role(has_own_credentials, file) == {"arn": arn}


def test_is_the_callers_elsewhere(tmp_path: Path) -> None:
    assert execution_role(False, tmp_path / "none") == {"of": "caller"}
    assert execution_role(True, tmp_path / "none") is None


def test_names_the_place_whose_role_sagemaker_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "resource-metadata.json"
    user = {"DomainId": "d-1a", "UserProfileName": "ana", "ResourceName": "default"}
    for metadata, place in [
        ({"ResourceName": "lab"}, {"notebookInstance": "lab"}),
        (user, {"domainId": "d-1a", "userProfile": "ana"}),
        ({"DomainId": "d-1a"}, {"domainId": "d-1a"}),
    ]:
        file.write_text(json.dumps(metadata))
        assert execution_role(False, file) == {"at": place}
        file.write_text(json.dumps({**metadata, "ExecutionRoleArn": arn}))
        assert execution_role(True, file) == {"arn": arn, "at": place}


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"ResourceName": "../lab"}', '{"DomainId": "a/b"}', '{"ExecutionRoleArn": 1}'],
)
def test_is_not_known_where_the_file_does_not_say(tmp_path: Path, text: str) -> None:
    file = tmp_path / "resource-metadata.json"
    file.write_text(text)
    assert execution_role(False, file) is None

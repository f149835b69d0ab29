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


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"ResourceName": "lab"}', '{"ExecutionRoleArn": null}'])
def test_is_not_known_where_sagemaker_has_to_be_asked(tmp_path: Path, text: str) -> None:
    file = tmp_path / "resource-metadata.json"
    file.write_text(text)
    assert execution_role(False, file) is None

from __future__ import annotations

from pathlib import Path

from conftest import started

# Lets everybody do everything but one thing
authorizer = """
from jupyter_server.auth import Authorizer

class AllButOne(Authorizer):
    def is_authorized(self, handler, user, action, resource):
        return (action, resource) != ("read", "sagemaker_preflight")
"""

endpoints = ["account", "profiles", "sdk-defaults", "policy?path=a.ipynb"]


def test_nobody_reads_whom_the_servers_authorizer_does_not_let(tmp_path: Path) -> None:
    (tmp_path / "all_but_one.py").write_text(authorizer)
    with started(tmp_path, "--ServerApp.authorizer_class=all_but_one.AllButOne") as server:
        assert server.request("api/contents").status == 200
        for endpoint in endpoints:
            assert server.request(f"sagemaker-preflight/{endpoint}").status == 403
        assert server.request("sagemaker-preflight/facts", {"questions": []}).status == 403

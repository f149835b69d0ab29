"""A real Jupyter server with the extension, beside the sample account."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

root = Path(__file__).parents[3]
sys.path.insert(0, str(root / "jupyterlab-ext"))
token = "token-of-the-tests"


@dataclass(frozen=True)
class Response:
    status: int
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass(frozen=True)
class Server:
    url: str
    sample: dict[str, Any]
    home: Path

    def request(self, path: str, body: object = None, *, with_token: bool = True) -> Response:
        headers = {"Content-Type": "application/json"}
        if with_token:
            headers["Authorization"] = f"token {token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/{path}", data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Response(response.status, response.read().decode())
        except urllib.error.HTTPError as error:
            return Response(error.code, error.read().decode())


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with started(tmp_path_factory.mktemp("jupyter")) as server:
        yield server


@contextmanager
def started(home: Path, *options: str) -> Iterator[Server]:
    """What is in `home` can be imported and is the server's configuration."""
    sample = subprocess.Popen(
        [sys.executable, str(root / "examples/sample-account/server.py"), "0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert sample.stdin is not None
    assert sample.stdout is not None
    ready = json.loads(sample.stdout.readline())
    port = _free_port()
    jupyter = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"),
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            "--ServerApp.base_url=/user/ana/",
            f"--IdentityProvider.token={token}",
            "--ServerApp.jpserver_extensions={'sagemaker_preflight': True}",
            *options,
        ],
        env={
            **{name: value for name, value in os.environ.items() if name != "AWS_PROFILE"},
            **ready["env"],
            "PYTHONPATH": os.pathsep.join([str(root / "jupyterlab-ext"), str(home)]),
            "HOME": str(home),
            "JUPYTER_CONFIG_DIR": str(home),
            "JUPYTER_RUNTIME_DIR": str(home),
        },
        cwd=home,
        stderr=subprocess.DEVNULL,
    )
    server = Server(f"http://127.0.0.1:{port}/user/ana", ready, home)
    try:
        _wait_for(server, jupyter)
        yield server
    finally:
        jupyter.terminate()
        jupyter.wait(20)
        sample.stdin.close()
        sample.wait(20)


def _wait_for(server: Server, jupyter: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and jupyter.poll() is None:
        try:
            if server.request("api/status").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The Jupyter server did not start.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

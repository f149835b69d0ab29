"""A throw-away place to run in: no network, no configuration of the machine, no waiting."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import socket
import sys
import tempfile
import time
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

SETTINGS = ("AWS_", "SAGEMAKER_", "SM_", "XDG_")


# The SDK looks where its defaults are when it is imported, which is once for all snippets.
CONFIGURATION = Path(tempfile.mkdtemp(prefix="sdk-recorder-configuration-"))


@contextmanager
def isolated(region: str) -> Iterator[Path]:
    """An empty working directory; what the code prints goes to no one."""
    directory = Path(tempfile.mkdtemp(prefix="sdk-recorder-"))
    for name in [name for name in os.environ if name.startswith(SETTINGS)]:
        del os.environ[name]
    os.environ.update(
        HOME=str(directory),
        XDG_CONFIG_HOME=str(CONFIGURATION / "user"),
        XDG_CONFIG_DIRS=str(CONFIGURATION / "site"),
        AWS_REGION=region,
        AWS_DEFAULT_REGION=region,
        AWS_ACCESS_KEY_ID="nobody",
        AWS_SECRET_ACCESS_KEY="nothing",
        AWS_EC2_METADATA_DISABLED="true",
        SAGEMAKER_SUPPRESS_V2_WARNING="1",
    )
    warnings.simplefilter("ignore")
    random.seed(7)
    urllib.request.urlopen = read_model_config
    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]
    time.sleep = lambda seconds: None
    before = Path.cwd()
    os.chdir(directory)
    sys.path.insert(0, str(directory))  # modules beside the notebook
    output, errors, nowhere = os.dup(1), os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        yield directory
    finally:
        os.dup2(output, 1)
        os.dup2(errors, 2)
        os.chdir(before)
        shutil.rmtree(directory, ignore_errors=True)


def read_model_config(request: Any, *_: Any, **__: Any) -> io.BytesIO:
    """What the hub of Hugging Face says of a model; of other addresses nobody answers."""
    address = request if isinstance(request, str) else request.full_url
    if not (address.startswith("https://huggingface.co/") and address.endswith("/config.json")):
        refuse()
    config = {"architectures": ["LlamaForCausalLM"], "model_type": "llama"}
    return io.BytesIO(json.dumps(config).encode())


def refuse(*_: Any, **__: Any) -> NoReturn:
    raise OSError("the recorder has no network")

"""SageMaker Preflight for JupyterLab: the front end, and the server extension that reads the account."""

from __future__ import annotations

from typing import Any


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "@sagemaker-preflight/jupyterlab"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    from .extension import SagemakerPreflight

    return [{"module": "sagemaker_preflight", "app": SagemakerPreflight}]

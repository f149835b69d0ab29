"""Takes out of a recording what differs from run to run."""

from __future__ import annotations

import re
from typing import Any

REPLACED = [
    (re.compile(r"\b20\d{2}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}-\d{3}\b"), "<time>"),
    (re.compile(r"\b20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[\d.]*Z?\b"), "<time>"),
    (re.compile(r"\b20\d{12}\b"), "<time>"),
    (re.compile(r"\b\d{6}-\d{4}\b"), "<time>"),
    (re.compile(r"\b1[6-9]\d{8}-[0-9a-f]{4}\b"), "<unique>"),
    (re.compile(r"\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} UTC 20\d{2}\b"), "<time>"),
    # Those of the world's keys are no random ones
    (re.compile(r"\b(?!1{8})[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "<unique>"),
    (re.compile(r"\b(eval-[\w-]+-)[0-9a-f]{8}-1\d{9}\b"), r"\1<unique>"),
    (re.compile(r"\b(eval-[\w-]+-|sagemaker-training-session-)[0-9a-f]{8}\b"), r"\1<unique>"),
    (re.compile(r"\b[0-9a-f]{32,64}\b"), "<hash>"),
    (re.compile(r"(?<=sagemaker_requirements_)\w{8}"), "<unique>"),
    (re.compile(r"(?<=/tuning-)1\d{9}\b"), "<time>"),
    (re.compile(r"(?<=model-name-)[0-9a-f]{20,32}"), "<unique>"),
    (re.compile(r"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL), "<public key>"),
    (re.compile(r"/tmp/[\w/.-]+"), "<directory>"),
]


def normalise(value: Any) -> Any:
    if isinstance(value, str):
        for pattern, replacement in REPLACED:
            value = pattern.sub(replacement, value)
        return value
    if isinstance(value, list):
        return [normalise(item) for item in value]
    if isinstance(value, dict):
        return {key: normalise(item) for key, item in value.items()}
    return value

from __future__ import annotations

import os
import threading
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.handlers import json_decode_policies

from .execute_read import Call

# Seconds. A call that nobody waits for any more ends by these.
_config = Config(
    connect_timeout=3,
    read_timeout=20,
    retries={"mode": "adaptive", "total_max_attempts": 2},
    user_agent_extra="app/sagemaker-preflight",
)

# Where boto3's name of a service is not the one of the table.
_client_names = {"elasticfilesystem": "efs"}

# The domains of the AWS partitions, with dual-stack names.
_aws_domains = (
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".amazonaws.eu",
    ".api.aws",
    ".api.amazonwebservices.com.cn",
    ".c2s.ic.gov",
    ".sc2s.sgov.gov",
    ".csp.hci.ic.gov",
    ".cloud.adc-e.uk",
)


class Session:
    """Clients that share credentials. Its settings are read once; a new session sees new ones."""

    def __init__(self, profile: str) -> None:
        self._profile = profile
        self._session: boto3.Session | None = None
        self._clients: dict[tuple[str, str], Any] = {}
        self._lock = threading.Lock()  # creating clients is not safe in threads; calling them is

    def region(self) -> str:
        """The region where code names none; empty when nothing says one."""
        try:
            return os.environ.get("AWS_REGION") or self._boto().region_name or ""
        except Exception:  # a profile that does not exist: the identity says so
            return ""

    def caller(self, service: str, region: str) -> Call:
        def call(operation: str, request: dict[str, Any]) -> dict[str, Any]:
            client = self._client(service, region)
            response: dict[str, Any] = getattr(client, xform_name(operation))(**request)
            return response

        return call

    def foreign_endpoint(self) -> str:
        """Where the calls went when that was not AWS."""
        endpoints = [str(client.meta.endpoint_url) for client in list(self._clients.values())]
        return next((endpoint for endpoint in endpoints if not _is_aws(endpoint)), "")

    def _client(self, service: str, region: str) -> Any:
        with self._lock:
            if (service, region) not in self._clients:
                client = self._boto().client(
                    _client_names.get(service, service), region_name=region, config=_config
                )
                # A fact is what AWS said: a policy's document stays the text that it is.
                client.meta.events.unregister("after-call.iam", json_decode_policies)
                self._clients[service, region] = client
            return self._clients[service, region]

    def _boto(self) -> boto3.Session:
        if self._session is None:
            self._session = boto3.Session(profile_name=self._profile or None)
        return self._session


def _is_aws(endpoint: str) -> bool:
    return (urlsplit(endpoint).hostname or "").endswith(_aws_domains)

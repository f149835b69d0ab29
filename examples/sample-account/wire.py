"""Which AWS call a request is, and answers in the shapes of the three services that the product asks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

ec2_namespace = "http://ec2.amazonaws.com/doc/2016-11-15/"
sts_namespace = "https://sts.amazonaws.com/doc/2011-06-15/"
iam_namespace = "https://iam.amazonaws.com/doc/2010-05-08/"


@dataclass(frozen=True)
class AwsCall:
    service: str
    operation: str
    region: str
    """Of an EC2 or STS call its form, of a KMS call its JSON object; of a REST call nothing."""
    parameters: dict[str, Any]

    @property
    def action(self) -> str:
        return f"{self.service}:{self.operation}"


def read_call(environ: Environ) -> AwsCall | None:
    """The call that a signed request is, or None; the body can be read again afterwards."""
    scope = re.search(
        r"Credential=[^/]*/\d+/([^/]+)/([^/]+)/aws4_request", environ.get("HTTP_AUTHORIZATION", "")
    )
    if scope is None:
        return None
    region, service = scope.groups()
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return AwsCall(service, target.rpartition(".")[2], region, json.loads(body or b"{}"))
    if "x-www-form-urlencoded" not in environ.get("CONTENT_TYPE", ""):
        return AwsCall(service, _rest_operation(environ), region, {})
    form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
    return AwsCall(service, form.get("Action", ""), region, form)


def _rest_operation(environ: Environ) -> str:
    """The operation of S3 and EFS that a method and an address mean, of those that the product asks for."""
    method, path, query = (
        str(environ.get(name, "")) for name in ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING")
    )
    if method == "HEAD":
        return "HeadBucket"
    if method != "GET":
        return ""
    if query.startswith("policy"):
        return "GetBucketPolicy"
    if path.endswith("/security-groups"):
        return "DescribeMountTargetSecurityGroups"
    return "DescribeMountTargets" if path.endswith("/mount-targets") else ""


def answer_xml(start_response: StartResponse, body: str, status: str = "200 OK") -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/xml;charset=UTF-8")])
    return [body.encode()]


def answer_json(start_response: StartResponse, body: object, status: str = "200 OK") -> Iterable[bytes]:
    start_response(status, [("Content-Type", "application/x-amz-json-1.1")])
    return [json.dumps(body).encode()]


_json_services = {"kms", "ecr", "servicequotas", "fsx", "sagemaker", "organizations"}


def answer_error(
    start_response: StartResponse, call: AwsCall, status: str, code: str, message: str
) -> Iterable[bytes]:
    """The error as the service of the call would send it."""
    if call.service in _json_services:
        return answer_json(start_response, {"__type": code, "message": message}, status)
    if call.service == "elasticfilesystem":
        return answer_json(start_response, {"ErrorCode": code, "Message": message}, status)
    error = f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
    request_id = "c2f5c1f2-0000-4000-8000-5a3b1e0f7d10"
    if call.service == "s3":
        body = f"<Error>{error}</Error>"
    elif call.service == "ec2":
        body = (
            f"<Response><Errors><Error>{error}</Error></Errors><RequestID>{request_id}</RequestID></Response>"
        )
    else:
        body = (
            f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error>"
            f"<RequestId>{request_id}</RequestId></ErrorResponse>"
        )
    return answer_xml(start_response, body, status)

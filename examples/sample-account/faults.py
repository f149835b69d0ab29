"""Faults on purpose, for tests and demos: an account that denies, hangs or throttles, or an ended session."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from wire import Application, AwsCall, Environ, StartResponse, answer_error, read_call

hang_seconds = 60


@dataclass(frozen=True)
class Faults:
    """Each name is a service (`ec2`) or an action (`ec2:DescribeSubnets`)."""

    deny: frozenset[str] = field(default_factory=frozenset)
    hang: frozenset[str] = field(default_factory=frozenset)
    throttle: frozenset[str] = field(default_factory=frozenset)
    expired: bool = False


def with_faults(application: Application, faults: Faults, *, account: str) -> Application:
    def answer(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        call = read_call(environ)
        if call is None:
            return application(environ, start_response)
        if _meets(call, faults.hang):
            time.sleep(hang_seconds)
        if faults.expired:
            code = {"ec2": "RequestExpired", "kms": "ExpiredTokenException"}.get(call.service, "ExpiredToken")
            message = "The security token included in the request is expired"
            return answer_error(start_response, call, "400 Bad Request", code, message)
        if _meets(call, faults.throttle):
            code = {"ec2": "RequestLimitExceeded", "kms": "ThrottlingException"}.get(
                call.service, "Throttling"
            )
            return answer_error(start_response, call, "400 Bad Request", code, "Rate exceeded")
        if _meets(call, faults.deny):
            return _denied(call, start_response, account)
        return application(environ, start_response)

    return answer


def _meets(call: AwsCall, names: frozenset[str]) -> bool:
    return call.service in names or call.action in names


def _denied(call: AwsCall, start_response: StartResponse, account: str) -> Iterable[bytes]:
    caller = f"arn:aws:sts::{account}:assumed-role/DataScientist/ana"
    reason = f"because no identity-based policy allows the {call.action} action"
    denied = f"User: {caller} is not authorized to perform: {call.action}"
    match call.service:
        case "s3":
            return answer_error(start_response, call, "403 Forbidden", "AccessDenied", f"{denied} {reason}")
        case "ec2":
            blob = "Encoded authorization failure message: " + "Zk3mQx7-sample-blob_" * 20
            message = f"You are not authorized to perform this operation. {denied} {reason}. {blob}"
            return answer_error(start_response, call, "403 Forbidden", "UnauthorizedOperation", message)
        case "kms" | "ecr" | "servicequotas" | "fsx" | "sagemaker" | "organizations" | "elasticfilesystem":
            message = f"{denied} on resource: * {reason}"
            return answer_error(start_response, call, "400 Bad Request", "AccessDeniedException", message)
        case _:
            return answer_error(start_response, call, "403 Forbidden", "AccessDenied", f"{denied} {reason}")

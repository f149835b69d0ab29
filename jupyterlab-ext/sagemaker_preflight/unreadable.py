"""Why a call failed, as `core/src/account/fact.ts` names it; `core/aws/unreadable.ts` has the same lists."""

from __future__ import annotations

import re

from botocore import exceptions as sdk

_codes = {
    "denied": {"UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "Forbidden", "403"},
    "throttled": {
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottled",
        "RequestThrottledException",
        "RequestLimitExceeded",
        "TooManyRequestsException",
        "EC2ThrottledException",
        "SlowDown",
    },
    "expired": {"ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"},
    "no credentials": {
        "AuthFailure",
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "SignatureDoesNotMatch",
        "InvalidSignatureException",
    },
}


class DeadlineError(Exception):
    def __init__(self) -> None:
        super().__init__("There was no answer in time.")


def why_unreadable(error: BaseException) -> tuple[str, str]:
    """The reason, and AWS's or the network's own words without what identifies a credential."""
    if isinstance(error, sdk.ClientError):
        code = error.response.get("Error", {}).get("Code", "")
        message = error.response.get("Error", {}).get("Message", "")
        why = next((why for why, codes in _codes.items() if code in codes), "failed")
        return why, _without_secrets(f"{code}: {message}")
    return _classify(error), _without_secrets(f"{type(error).__name__}: {error}")


def _classify(error: BaseException) -> str:
    match error:
        case DeadlineError():
            return "timed out"
        case sdk.SSOTokenLoadError() | sdk.UnauthorizedSSOTokenError() | sdk.TokenRetrievalError():
            return "expired"
        case (
            sdk.NoCredentialsError()
            | sdk.PartialCredentialsError()
            | sdk.CredentialRetrievalError()
            | sdk.ProfileNotFound()
            | sdk.SSOError()
        ):
            return "expired" if re.search("expired|sso login|refresh", str(error), re.I) else "no credentials"
        case sdk.HTTPClientError() | sdk.ConnectionError():
            return "unreachable"
        case _:
            return "failed"


_secrets = [
    (re.compile(r"\s*Encoded authorization failure message:.*", re.S), ""),
    (re.compile(r"\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{8,}"), "…"),
    (re.compile(r"[A-Za-z0-9+=_-]{60,}"), "…"),
]
_longest_detail = 400


def _without_secrets(text: str) -> str:
    for secret, instead in _secrets:
        text = secret.sub(instead, text)
    line = text.split("\n", 1)[0]
    return f"{line[:_longest_detail]}…" if len(line) > _longest_detail else line

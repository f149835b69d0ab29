"""Takes the place of botocore's API calls: validates as botocore does, records, answers."""

from __future__ import annotations

import json
import re
import threading
from importlib.metadata import version
from typing import Any

from .aws_answers import AwsAnswers
from .snippet import Snippet

SUBMITS = re.compile(r"^(Create|Update|Start)(?!Presigned)")
# SageMaker's own, and what asks it for jobs in its own text: state machines.
SERVICES = ("sagemaker", "stepfunctions")
MESSAGE_END = 600


class ApiCalls:
    """Records what would have been sent to SageMaker."""

    def __init__(self, answers: AwsAnswers, snippet: Snippet) -> None:
        self.requests: list[dict[str, Any]] = []
        self._answers = answers
        self._snippet = snippet
        self._lock = threading.RLock()

    def install(self) -> None:
        import botocore.client

        calls = self

        def make_api_call(client: Any, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
            return calls.answer(client, operation, parameters)

        botocore.client.BaseClient._make_api_call = make_api_call

    def answer(self, client: Any, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        from botocore.exceptions import ParamValidationError

        service = client.meta.service_model.service_name
        model = client.meta.service_model.operation_model(operation)
        submits = service in SERVICES and SUBMITS.match(operation) is not None
        entry: dict[str, Any] = {"operation": operation, "region": client.meta.region_name}
        if operation == "SubmitServiceJob":
            self._record_queued(entry, parameters)
        if submits:
            place = self._snippet.place()
            entry |= {"parameters": plain(parameters), **(place.as_json() if place else {})}
            with self._lock:
                self.requests.append(entry)
        if service != "s3":  # S3's bodies are streams; nobody asks what is in them
            try:
                self._validate(client, model, parameters)
            except ParamValidationError as problem:
                entry["refused"] = {"error": type(problem).__name__, "message": str(problem)[:MESSAGE_END]}
                raise
        reply = self._answers.answer(service, operation, parameters, model)
        return reply | {"ResponseMetadata": {"HTTPStatusCode": 200, "HTTPHeaders": {}, "RetryAttempts": 0}}

    def _record_queued(self, entry: dict[str, Any], parameters: dict[str, Any]) -> None:
        """What AWS Batch is given to send when the job's turn comes."""
        place = self._snippet.place()
        sent = json.loads(parameters["serviceRequestPayload"])
        entry |= {
            "operation": "CreateTrainingJob",
            "parameters": plain(sent),
            **(place.as_json() if place else {}),
        }
        with self._lock:
            self.requests.append(entry)

    @staticmethod
    def _validate(client: Any, model: Any, parameters: dict[str, Any]) -> None:
        """botocore's own way from parameters to the wire, which is where it refuses."""
        context = {
            "client_region": client.meta.region_name,
            "client_config": client.meta.config,
            "has_streaming_input": model.has_streaming_input,
            "auth_type": model.auth_type,
        }
        sent = client._emit_api_params(api_params=parameters, operation_model=model, context=context)
        client._serializer.serialize_to_request(sent, model)

    @staticmethod
    def versions() -> dict[str, str]:
        return {package: version(package) for package in ("sagemaker", "boto3", "botocore")}


def plain(value: Any) -> Any:
    """Parameters as JSON; an object that JSON cannot say becomes its type's name."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(item) for item in value]
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    return f"<{type(value).__module__}.{type(value).__name__}>"

"""The real AWS CLI, with its one choke point for API calls replaced: what it would send goes into a file.

    PYTHON-WITH-AWSCLI aws.py ARGUMENT...

Appends one line of JSON to the file that RECORDER_LOG names: `operation`, `region`, `parameters`, `refused` when
botocore would not send it; or `error`, `message`: what the AWS CLI itself says of its arguments. Reads are answered
with the least that fits.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import awscli.clidriver  # first: it brings botocore along
import botocore.client
from botocore.exceptions import ParamValidationError
from recorder.aws_answers import synthetic

SUBMITS = re.compile(r"^(Create|Update)(?!Presigned)")
MESSAGE_END = 600
KINDS = (
    ("Unknown options", "UnknownArgumentError"),
    ("Parameter validation failed", "ParamValidationError"),
    ("Error parsing parameter", "ParamError"),
    ("argument", "ArgumentError"),
    ("invalid literal", "ValueError"),
)


def main() -> int:
    botocore.client.BaseClient._make_api_call = make_api_call
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            status = awscli.clidriver.create_clidriver().main(sys.argv[1:])
    except SystemExit as end:
        status = end.code
    if status:
        lines = [line for line in said.getvalue().splitlines() if line.strip()]
        message = "\n".join(line for line in lines if not is_usage(line))[:MESSAGE_END]
        kind = next((kind for text, kind in KINDS if text in message), "Exception")
        append({"error": kind, "message": message, "status": status})
    sys.stderr.write(said.getvalue())
    return int(status or 0)


def is_usage(line: str) -> bool:
    return line.startswith(("usage:", "  aws", "To see help", "\r", "Note:"))


def make_api_call(client: Any, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    model = client.meta.service_model.operation_model(operation)
    entry: dict[str, Any] = {
        "operation": operation,
        "region": client.meta.region_name,
        "parameters": json.loads(json.dumps(parameters)),
    }
    try:
        client._serializer.serialize_to_request(dict(parameters), model)
    except ParamValidationError as problem:
        append(entry | {"refused": {"error": type(problem).__name__, "message": str(problem)[:MESSAGE_END]}})
        raise
    if client.meta.service_model.service_name == "sagemaker" and SUBMITS.match(operation):
        append(entry)
    if operation == "SubmitServiceJob":
        # The job that AWS Batch will ask for
        append(
            entry
            | {
                "operation": "CreateTrainingJob",
                "parameters": json.loads(parameters["serviceRequestPayload"]),
            }
        )
    return synthetic(model.output_shape) if model.output_shape else {}


def append(entry: dict[str, Any]) -> None:
    with open(os.environ["RECORDER_LOG"], "a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")


if __name__ == "__main__":
    sys.exit(main())

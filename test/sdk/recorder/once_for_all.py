"""Does once what the SDKs do anew in each snippet, most of the time that one takes, and what comes out the same."""

from __future__ import annotations

import importlib
from typing import Any

SERVICES = ("sagemaker", "sagemaker-runtime", "s3", "sts", "iam", "logs", "cloudwatch", "ec2", "kms", "ssm")

SCHEMAS = {"2": "sagemaker.config.config_schema", "3": "sagemaker.core.config.config_schema"}


def share_models(region: str) -> None:
    """botocore's service models, megabytes of JSON: within a session botocore itself shares them among its clients."""
    import boto3
    import botocore.loaders
    import botocore.session

    make = botocore.loaders.create_loader
    loaders: dict[Any, Any] = {}

    def create_loader(search_path: str | None = None) -> Any:
        if search_path not in loaders:
            loaders[search_path] = make(search_path)
        return loaders[search_path]

    botocore.loaders.create_loader = botocore.session.create_loader = create_loader
    for service in SERVICES:
        boto3.session.Session(region_name=region).client(service)


def check_schema_once(major: str) -> None:
    """The schema of the SDK's defaults is a constant, held against the schema of schemas at each look at a default."""
    import jsonschema

    schema = importlib.import_module(SCHEMAS[major]).SAGEMAKER_PYTHON_SDK_CONFIG_SCHEMA
    validator = jsonschema.validators.validator_for(schema)
    check = validator.check_schema
    check(schema)

    def check_others(one: Any, *arguments: Any, **keywords: Any) -> None:
        if one is not schema:
            check(one, *arguments, **keywords)

    validator.check_schema = check_others

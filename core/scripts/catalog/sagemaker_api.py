"""Writes core/src/catalog/sagemaker-api.json from botocore's service model of SageMaker.

    python sagemaker_api.py > ../../src/catalog/sagemaker-api.json

`operations`: the client method and the input of each Create*, Update* and Start* operation with a setting that concerns
network, keys, isolation, instances or roles, and of those of ALSO. `shapes`: what the inputs are made of, by number,
with the model's own limits; shapes that say the same are one. `others`, of an operation whose method other services'
clients have too: the members that each of theirs has in common with it. `instanceTypes`: all names that an instance type's enum
lists; such an enum is given by their numbers.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from typing import Any

import botocore.loaders
import sdk_introspection as sdk
from botocore import xform_name

SECURITY = re.compile(
    r"(^|\.)(VpcConfig|NetworkConfig|SecurityConfig|Subnets|SubnetIds?|SecurityGroupIds|SecurityGroups|VpcId"
    r"|\w*KmsKey\w*|EnableNetworkIsolation|EnableInterContainerTrafficEncryption|InstanceType|InstanceCount"
    r"|InitialInstanceCount|InstanceGroups|ResourceConfig|VolumeSizeInGB|RoleArn|ExecutionRoleArn|ExecutionRole"
    r"|\w*RoleARN"
    r"|OutputDataConfig|S3OutputPath|StoppingCondition|MaxRuntimeInSeconds|DirectInternetAccess|AppNetworkAccessType"
    r"|RootAccess)(\[\])?$"
)
# What starts something that other requests have set up.
ALSO = {"CreateEndpoint", "StartPipelineExecution", "UpdateEndpoint"}
DEEPEST = 8
# Java's way to say it → JavaScript's
SPELLINGS = {r"\_": "_", r"\ ": " ", r"\p{Alnum}": "a-zA-Z0-9"}
# Patterns that cannot be what the service checks (a quantifier without anything to repeat, a lost backslash), and
# those that a regular expression engine needs exponential time for
UNUSABLE = ("${1,", "1dd|[1-9]?d", "*[a-z0-9]){0,39}?", "/?){3,1016}")


def main() -> None:
    loader = botocore.loaders.Loader()
    model = loader.load_service_model("sagemaker", "service-2")
    shapes = Shapes(model["shapes"])
    operations: dict[str, Any] = {}
    for name, operation in model["operations"].items():
        if "input" not in operation or not (name in ALSO or re.match("Create|Update|Start", name)):
            continue
        shape = operation["input"]["shape"]
        if name in ALSO or has_setting(model["shapes"], shape):
            operations[name] = {"method": xform_name(name), "input": shapes.number(shape)}
    for name, common in in_common(model, operations, loader).items():
        operations[name]["others"] = common
    versions = {**sdk.versions("botocore"), "api": model["metadata"]["apiVersion"]}
    sdk.write(
        {
            "versions": versions,
            "operations": operations,
            "instanceTypes": shapes.instance_types,
            "shapes": shapes.entries,
        }
    )


def in_common(
    model: dict[str, Any], names: Iterable[str], loader: botocore.loaders.Loader
) -> dict[str, list[list[str]]]:
    """By operation, what calls of other services' methods of its name may be given that it takes too; the largest sets."""
    own = {xform_name(name): name for name in names}
    found: dict[str, list[frozenset[str]]] = {}
    for service in loader.list_available_services("service-2"):
        if service == "sagemaker":
            continue
        other = loader.load_service_model(service, "service-2")
        for theirs, operation in other["operations"].items():
            name = own.get(xform_name(theirs))
            if name is None or "input" not in operation:
                continue
            common = members(model, model["operations"][name]) & members(other, operation)
            if common:
                found.setdefault(name, []).append(common)
    return {
        name: sorted({tuple(sorted(one)) for one in sets if not any(one < other for other in sets)})
        for name, sets in sorted(found.items())
    }


def members(model: dict[str, Any], operation: dict[str, Any]) -> frozenset[str]:
    return frozenset(model["shapes"][operation["input"]["shape"]].get("members", {}))


def has_setting(shapes: dict[str, Any], name: str, path: str = "", above: tuple[str, ...] = ()) -> bool:
    if path and SECURITY.search(path):
        return True
    if len(above) >= DEEPEST or name in above:
        return False
    shape = shapes[name]
    if shape["type"] == "structure":
        return any(
            has_setting(shapes, reference["shape"], f"{path}.{member}" if path else member, (*above, name))
            for member, reference in shape["members"].items()
        )
    if shape["type"] == "list":
        return has_setting(shapes, shape["member"]["shape"], f"{path}[]", (*above, name))
    return False


class Shapes:
    """The shapes that were asked for and those below them; a shape comes after all that it is made of."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.entries: list[dict[str, Any]] = []
        self._model = model
        self._numbers: dict[str, int] = {}
        self._same: dict[str, int] = {}
        self.instance_types = sorted(
            {value for shape in model.values() for value in shape.get("enum", []) if value.startswith("ml.")}
        )

    def number(self, name: str) -> int:
        if name not in self._numbers:
            entry = self._described(self._model[name])
            text = json.dumps(entry)
            if text not in self._same:
                self._same[text] = len(self.entries)
                self.entries.append(entry)
            self._numbers[name] = self._same[text]
        return self._numbers[name]

    def _described(self, shape: dict[str, Any]) -> dict[str, Any]:
        kind = shape["type"]
        entry: dict[str, Any] = {"type": kind}
        if kind == "structure":
            entry["members"] = {
                name: self.number(reference["shape"]) for name, reference in shape["members"].items()
            }
            # botocore makes up tokens that are not given
            required = [
                name
                for name in shape.get("required", [])
                if not shape["members"][name].get("idempotencyToken")
            ]
            if required:
                entry["required"] = required
            if shape.get("union"):
                entry["union"] = True
        elif kind == "list":
            entry["item"] = self.number(shape["member"]["shape"])
        elif kind == "map":
            entry["key"] = self.number(shape["key"]["shape"])
            entry["value"] = self.number(shape["value"]["shape"])
        entry |= {limit: shape[limit] for limit in ("min", "max") if limit in shape}
        pattern = shape.get("pattern", "")
        if pattern and not any(part in pattern for part in UNUSABLE):
            for java, javascript in SPELLINGS.items():
                pattern = pattern.replace(java, javascript)
            entry["pattern"] = pattern
        values = shape.get("enum", [])
        if any(value.startswith("ml.") for value in values):
            entry["instanceTypes"] = [
                self.instance_types.index(value) for value in values if value in self.instance_types
            ]
        elif values:
            entry["enum"] = values
        return entry


if __name__ == "__main__":
    sys.exit(main())

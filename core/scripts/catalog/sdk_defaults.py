"""Writes core/src/catalog/sdk-defaults-v2.json or -v3.json: what the SDK takes from its defaults file, and where.

    python sdk_defaults.py > ../../src/catalog/sdk-defaults-v2.json

The major version is that of the running interpreter's `sagemaker`. The SDK's modules are imported, so that the names of
keys have their values; nothing is called. The calls that look a key up are read from the source:

`schema`   the JSON Schema that the SDK holds a defaults file against.
`classes`  class -> parameter -> key: the key's value is put where the parameter is None, by the constructor or later.
           `network_config.subnets` is the attribute of an object.
`methods`  class.method -> key -> how: `value` takes the key where nothing is given at all, `merge` member by member.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from importlib.metadata import version
from types import ModuleType
from typing import Any

import sdk_introspection as sdk

ROOTS = {"2": "sagemaker", "3": "sagemaker.core"}
SKIPPED = re.compile(
    r"\.(cli|container_drivers|runtime_environment|sm_recipes|model_server|feature_processor|aws_batch|spark_launcher"
    r"|jumpstart|tests?)(\.|$)|^sagemaker\.core\.modules(\.|$)"
)
# A step of a notebook asks for its keys when the definition of its pipeline is made
SETTLING = {"__init__", "_resolve_defaults"}
HOW = {
    "resolve_value_from_config": "value",
    "resolve_nested_dict_value_from_config": "merge",
    "resolve_class_attribute_from_config": "attribute",
    "update_nested_dictionary_with_values_from_config": "merge",
}


def main() -> None:
    major = version("sagemaker").split(".")[0]
    classes: dict[str, dict[str, str]] = {}
    methods: dict[str, dict[str, str]] = {}
    for module in sdk.modules("sagemaker", lambda name: SKIPPED.search(name) is None):
        for path, method, call in calls(module):
            how = HOW.get(called_name(call))
            key = how and key_of(call, how, module)
            if not key:
                continue
            if method in SETTLING:
                parameter = parameter_of(call, how)
                if parameter:
                    classes.setdefault(path, {})[parameter] = key
            else:
                methods.setdefault(f"{path}.{method}", {})[key] = "value" if how == "value" else "merge"
    module = importlib.import_module(f"{ROOTS[major]}.config.config_schema")
    schema = module.SAGEMAKER_PYTHON_SDK_CONFIG_SCHEMA
    sdk.write(
        {"versions": sdk.versions("sagemaker"), "schema": schema, "classes": classes, "methods": methods}
    )


def calls(module: ModuleType) -> Iterator[tuple[str, str, ast.Call]]:
    """Class, method and call, for each call in a method of a class of the module."""
    try:
        tree = ast.parse(inspect.getsource(module))
    except (OSError, TypeError):
        return
    for owner in tree.body:
        if not isinstance(owner, ast.ClassDef):
            continue
        for method in owner.body:
            if isinstance(method, ast.FunctionDef):
                for node in ast.walk(method):
                    if isinstance(node, ast.Call):
                        yield f"{module.__name__}.{owner.name}", method.name, node


def called_name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def key_of(call: ast.Call, how: str, module: ModuleType) -> str | None:
    """The key's path; it is the argument that names one of the schema's constants."""
    for node in [*call.args, *[keyword.value for keyword in call.keywords]]:
        value = getattr(module, node.id, None) if isinstance(node, ast.Name) else None
        if isinstance(value, str) and value.startswith("SageMaker."):
            # The key of a nested value is below the dict that it is put into
            return value
    return None


def parameter_of(call: ast.Call, how: str) -> str | None:
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if how == "attribute":
        instance: Any = call.args[1] if len(call.args) > 1 else keywords.get("instance")
        attribute: Any = call.args[2] if len(call.args) > 2 else keywords.get("attribute")
        name = instance.attr if isinstance(instance, ast.Attribute) else getattr(instance, "id", None)
        return f"{name}.{attribute.value}" if name and isinstance(attribute, ast.Constant) else None
    direct: Any = call.args[0] if call.args else keywords.get("direct_input")
    if isinstance(direct, ast.Attribute):
        return direct.attr
    return direct.id if isinstance(direct, ast.Name) and how == "value" else None


if __name__ == "__main__":
    main()

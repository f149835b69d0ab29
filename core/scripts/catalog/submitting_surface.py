"""The part of a SageMaker SDK that submits something, as the catalog files hold it.

A signature is a list of strings: `role` is required, `subnets=` defaults to None, `max_run=86400` to that
JSON value, `session=?` to a value that JSON cannot say; `*` starts the keyword-only ones, `*args` and
`**kwargs` are Python's. `passes` are the base classes that `**kwargs` reaches, nearest first, and `fixed`
what the class gives to them itself, so that the caller cannot. `sets` are the constants that it gives to them
whatever the caller gave. `renames` are the v1 names that the constructor still takes, `oldNames` those that
the SDK's migration tool renames; those of a base class are lost for the parameters in `fills`, which the class
fills itself. `imports` are the modules besides the defining one that have the name too;
`module:other` when by another name. `hidden` are the names of a module that `from module import *` leaves out, and
`submodules` those of a package that it binds.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import sdk_introspection as sdk

SECURITY = re.compile(
    r"(^|_)(subnets?|subnet_ids?|security_group_ids?|security_groups|vpc_config|vpc_config_override"
    r"|network_config|network)$"
    r"|kms_key|network_isolation|inter_container_traffic"
)
RESOURCES = re.compile(
    r"^(instance_type|instance_count|instance_groups|initial_instance_count)$|(^|_)role(_arn)?$"
)
SUBMITS = re.compile(
    r"^(fit|run|train|tune|deploy|transform|transformer|create|build|register|upsert|start|process|auto_ml|transform"
    r"|compile|compile_model|best_estimator|attach|update|update_endpoint|update_monitoring_schedule|evaluate|optimize"
    r"|suggest_baseline|package_for_edge|package_model_for_edge|right_size|tune_model|\w+_data_capture|\w+_data_capture_config"
    r"|create_\w+|run_\w+|endpoint_\w+|get_processor|get_run_args|get_debug\w*)$"
)

# Kept whatever they are given: what they send carries the settings of their object.
ALWAYS = {
    "best_estimator",
    "compile",
    "compile_model",
    "create_endpoint",
    "create_model",
    "create_monitoring_schedule",
    "disable_data_capture",
    "enable_data_capture",
    "fit",
    "package_for_edge",
    "register",
    "right_size",
    "run",
    "run_baseline",
    "suggest_baseline",
    "train",
    "transform",
    "tune",
    "update_data_capture_config",
    "update_endpoint",
}


def describe(wanted: Callable[[str], bool], also: set[str]) -> dict[str, Any]:
    """`wanted`: which modules to look into. `also`: what is kept without having such settings."""
    loaded = sdk.submodules("sagemaker")
    found = sdk.find("sagemaker", wanted)
    missing = also - found.keys()
    if missing:
        raise SystemExit(f"not in this SDK: {', '.join(sorted(missing))}")
    classes: dict[str, Any] = {}
    functions: dict[str, Any] = {}
    for path, thing in found.items():
        if inspect.isclass(thing.value):
            if path in also or is_relevant_class(thing.value):
                for one in [thing.value, *sdk.bases(thing.value, "sagemaker")]:
                    classes.setdefault(sdk.path_of(one), describe_class(one))
        elif path in also:
            functions[path] = {"parameters": sdk.signature_of(thing.value, bound=False)}
    for path, described in [*classes.items(), *functions.items()]:
        if path in found:
            described["imports"] = sdk.imports_of(path, found[path])
    places = [place for path in [*classes, *functions] if path in found for place in found[path].aliases]
    modules = {place.rpartition(".")[0] for place in places}
    return {
        "classes": classes,
        "functions": functions,
        "hidden": sdk.hidden_from_stars(places),
        "submodules": {
            "sagemaker": [
                name for name in loaded if any(f"{one}.".startswith(f"sagemaker.{name}.") for one in modules)
            ]
        },
    }


def is_relevant_class(cls: type) -> bool:
    if issubclass(cls, BaseException):
        return False
    names = set(sdk.names(sdk.constructor_signature(cls)))
    for base in sdk.passed_to(cls, "sagemaker"):
        names |= set(sdk.names(sdk.signature_of(base.__init__, bound=True)))
    submits = any(SUBMITS.match(name) for one in cls.__mro__ for name in vars(one))
    return any(SECURITY.search(name) or (submits and RESOURCES.search(name)) for name in names)


def describe_class(cls: type) -> dict[str, Any]:
    described: dict[str, Any] = {"bases": [sdk.path_of(base) for base in sdk.bases(cls, "sagemaker")]}
    if "__init__" in vars(cls) or sdk.is_model(cls):
        described["parameters"] = sdk.constructor_signature(cls)
    passes = [sdk.path_of(base) for base in sdk.passed_to(cls, "sagemaker")]
    if passes:
        described["passes"] = passes
    fixed = sorted(sdk.fixed_by(cls))
    if passes and fixed:
        described["fixed"] = fixed
    sets = sdk.set_by(cls)
    if passes and sets:
        described["sets"] = sets
    renames = sdk.renamed_by(cls)
    if renames:
        described["renames"] = renames
    fills = sdk.filled_by(cls)
    if passes and fills:
        described["fills"] = fills
    methods = {}
    for name, member in vars(cls).items():
        function = member.__func__ if isinstance(member, (staticmethod, classmethod)) else member
        if not inspect.isfunction(function) or not SUBMITS.match(name):
            continue
        signature = sdk.signature_of(function, bound=not isinstance(member, staticmethod))
        always = {"create", "update"} if cls.__module__.endswith(".resources") else ALWAYS
        if name in always or is_relevant_signature(signature):
            methods[name] = signature
    if methods:
        described["methods"] = methods
    return described


def is_relevant_signature(signature: list[str]) -> bool:
    return any(SECURITY.search(name) or RESOURCES.search(name) for name in sdk.names(signature))

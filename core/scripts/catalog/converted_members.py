"""Members of sagemaker-core's models, and arguments of its resources, that pydantic makes out of texts and numbers.

A name that is of another type elsewhere is left out. `map` has the names of what may be a dict with the author's own keys.
"""

from __future__ import annotations

import importlib
import inspect
import typing
from collections import defaultdict
from collections.abc import Iterator
from types import UnionType
from typing import Any

TYPES = {bool: "boolean", int: "integer", float: "number", dict: "map"}
MODELS = ("sagemaker.core.shapes.shapes", "sagemaker.core.training.configs", "sagemaker.train.model_trainer")
RESOURCES = "sagemaker.core.resources"
ALONE = {"PipelineVariable", "NoneType", "Unassigned"}


def by_type() -> dict[str, list[str]]:
    """The names of each type, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, annotation in annotations():
        found[name] |= types_in(annotation)
    names: dict[str, list[str]] = {}
    for name, types in sorted(found.items()):
        kind = "map" if "map" in types else "/".join(types)
        if kind in TYPES.values():
            names.setdefault(kind, []).append(name)
    return names


def annotations() -> Iterator[tuple[str, Any]]:
    for module in MODELS:
        for model in classes_of(module):
            for name, field in getattr(model, "model_fields", {}).items():
                yield name, field.annotation
    for resource in classes_of(RESOURCES):
        for method in ("create", "update"):
            function = inspect.unwrap(vars(resource).get(method, None) or int)
            function = inspect.unwrap(getattr(function, "__func__", function))
            if inspect.isfunction(function):
                hints = typing.get_type_hints(function)
                yield from ((name, hint) for name, hint in hints.items() if name != "return")


def classes_of(module: str) -> Iterator[type]:
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, type) and value.__module__ == module:
            yield value


def types_in(annotation: Any) -> set[str]:
    """The names of the types that it may be; "" for whatever is none of these."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, UnionType):
        return set().union(*(types_in(one) for one in typing.get_args(annotation)))
    if getattr(annotation, "__name__", "") in ALONE:
        return set()
    return {TYPES.get(origin or annotation, "")}

"""Reads signatures, bases and import paths of an installed SageMaker SDK without calling it."""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import inspect
import io
import json
import os
import pkgutil
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any


@dataclass
class Found:
    """A public class or function, and every path that it can be imported by."""

    value: Any
    aliases: set[str] = field(default_factory=set)


def find(package: str, wanted: Callable[[str], bool]) -> dict[str, Found]:
    """The public classes and functions of a package, by canonical path (where they are defined), sorted."""
    found: dict[str, Found] = {}
    imported = list(modules(package, wanted))
    for module in imported:
        for name, value in list(vars(module).items()):
            if not (inspect.isclass(value) or inspect.isfunction(value)):
                continue
            if (value.__module__ or "").split(".")[0] != package or value.__qualname__ != value.__name__:
                continue
            if name.startswith("_"):
                continue
            found.setdefault(path_of(value), Found(value)).aliases.add(f"{module.__name__}.{name}")
    for module in imported:
        if "__getattr__" in vars(module):
            add_lazy_exports(module, found)
    return dict(sorted(found.items()))


def add_lazy_exports(module: ModuleType, found: dict[str, Found]) -> None:
    """Names that a module makes only when they are asked for (PEP 562), as `sagemaker.train.ModelTrainer`."""
    for path, thing in found.items():
        name = path.rpartition(".")[2]
        if getattr(module, name, None) is thing.value:
            thing.aliases.add(f"{module.__name__}.{name}")


def modules(package: str, wanted: Callable[[str], bool]) -> Iterator[ModuleType]:
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()):  # the SDK prints while it is imported
        root = importlib.import_module(package)
        imported = [root]
        for info in pkgutil.walk_packages(root.__path__, f"{package}.", onerror=lambda name: None):
            if not wanted(info.name):
                continue
            try:
                imported.append(importlib.import_module(info.name))
            except Exception as problem:  # a module whose extra is not installed
                print(f"left out {info.name}: {type(problem).__name__}", file=sys.stderr)
    yield from imported


def submodules(package: str) -> list[str]:
    """The modules of a package that `from package import *` binds. Asked first: whatever is imported adds its own."""
    warnings.simplefilter("ignore")
    with contextlib.redirect_stdout(io.StringIO()):
        root = importlib.import_module(package)
    own = {f"{package}.{name}": name for name in star_names(root)}
    return sorted(
        own[one.__name__] for one in vars(root).values() if inspect.ismodule(one) and one.__name__ in own
    )


def star_names(module: ModuleType) -> set[str]:
    """What `from module import *` binds."""
    public = [name for name in vars(module) if not name.startswith("_")]
    return set(vars(module).get("__all__", public))


def hidden_from_stars(places: list[str]) -> dict[str, list[str]]:
    """Names that modules have, as `module.name`, and that a star import of the module leaves out all the same."""
    hidden: dict[str, list[str]] = {}
    for place in sorted(set(places)):
        module, _, name = place.rpartition(".")
        if not name.startswith("_") and name not in star_names(sys.modules[module]):
            hidden.setdefault(module, []).append(name)
    return hidden


def path_of(value: Any) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def imports_of(path: str, found: Found) -> list[str]:
    """Modules that export the thing besides its own, `module:name` where it has another name there."""
    home, _, name = path.rpartition(".")
    imports = []
    for alias in sorted(found.aliases - {path}):
        module, _, other = alias.rpartition(".")
        if module != home or other != name:
            imports.append(module if other == name else f"{module}:{other}")
    return imports


def bases(cls: type, package: str) -> list[type]:
    """Ancestors within the package, in method resolution order."""
    return [base for base in cls.__mro__[1:] if base.__module__.split(".")[0] == package]


def signature_of(function: Any, *, bound: bool) -> list[str]:
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return []
    signature: list[str] = []
    keyword_only = False
    for parameter in parameters[1:] if bound else parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            keyword_only = True
            signature.append(f"*{parameter.name}")
        elif parameter.kind is parameter.VAR_KEYWORD:
            signature.append(f"**{parameter.name}")
        else:
            if parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
                keyword_only = True
                signature.append("*")
            signature.append(parameter.name + default_of(parameter))
    return signature


def is_model(cls: type) -> bool:
    """A pydantic model or dataclass: the class's own signature names its fields, `__init__` does not."""
    return isinstance(getattr(cls, "model_fields", None), dict)


def constructor_signature(cls: type) -> list[str]:
    return signature_of(cls, bound=False) if is_model(cls) else signature_of(cls.__init__, bound=True)


def default_of(parameter: inspect.Parameter) -> str:
    if parameter.default is parameter.empty:
        return ""
    if parameter.default is None:
        return "="
    plain = isinstance(parameter.default, (bool, int, float, str, list, tuple, dict))
    if not plain or is_of_this_machine(parameter.default):
        return "=?"
    try:
        return "=" + json.dumps(parameter.default, separators=(",", ":"))
    except TypeError:
        return "=?"


def is_of_this_machine(default: Any) -> bool:
    """A place that another machine, or the next import, has elsewhere: `/tmp/sagemaker/model-builder/354e6a30…`."""
    places = (os.getcwd(), tempfile.gettempdir(), str(Path.home()))
    return isinstance(default, str) and any(
        default == place or default.startswith(f"{place}{os.sep}") for place in places
    )


def names(signature: list[str]) -> list[str]:
    """The names that a caller can give, without `*args` and `**kwargs`."""
    return [item.partition("=")[0] for item in signature if not item.startswith("*")]


def passed_to(cls: type, package: str) -> list[type]:
    """The ancestors whose constructor parameters reach them through `**kwargs`, nearest first."""
    reached = []
    taker = constructor_owner(cls)
    while taker is not None and passes_keywords(taker):
        rest = cls.__mro__[cls.__mro__.index(taker) + 1 :]
        taker = next((base for base in rest if "__init__" in vars(base)), None)
        if taker is None or taker.__module__.split(".")[0] != package:
            break
        reached.append(taker)
    return reached


def constructor_owner(cls: type) -> type | None:
    return next((one for one in cls.__mro__ if "__init__" in vars(one)), None)


@functools.cache
def passes_keywords(cls: type) -> bool:
    return any(keyword.arg is None for call in base_constructor_calls(cls) for keyword in call.keywords)


@functools.cache
def fixed_by(cls: type) -> frozenset[str]:
    """Base constructor parameters that the class gives itself and does not take from its caller."""
    own = set(names(signature_of(cls.__init__, bound=True)))
    given = {keyword.arg for call in base_constructor_calls(cls) for keyword in call.keywords if keyword.arg}
    return frozenset(given - own)


def set_by(cls: type) -> dict[str, Any]:
    """Constants that the class gives to the base constructor: `x=1`, `**dict(kwargs, x=1)`, or by position."""
    own = set(names(signature_of(cls.__init__, bound=True)))
    calls = base_constructor_calls(cls)
    expanded = [keyword.value for call in calls for keyword in call.keywords if keyword.arg is None]
    given = [(keyword.arg, keyword.value) for call in calls for keyword in call.keywords]
    given += [pair for call in calls for pair in zip(base_parameters(cls, call), call.args, strict=False)]
    given += [
        (keyword.arg, keyword.value)
        for value in expanded
        if isinstance(value, ast.Call)
        for keyword in value.keywords
    ]
    return {
        name: value.value
        for name, value in given
        if name and name not in own and isinstance(value, ast.Constant)
    }


def base_parameters(cls: type, call: ast.Call) -> list[str]:
    """Of the constructor that `super().__init__(…)` is; none where the base is named."""
    is_super = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)
    base = next((one for one in cls.__mro__[1:] if "__init__" in vars(one)), object)
    return names(signature_of(base.__init__, bound=True)) if is_super and base is not object else []


def base_constructor_calls(cls: type) -> list[ast.Call]:
    return [
        call
        for call in calls_in_constructor(cls)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
    ]


def renamed_by(cls: type) -> dict[str, str]:
    """Names of SDK v1 that the constructor still takes: the SDK's own `renamed_kwargs(old, new, …)` calls."""
    renames = {}
    for call in calls_in_constructor(cls):
        if isinstance(call.func, ast.Name) and call.func.id == "renamed_kwargs":
            old, new = call.args[0], call.args[1]
            if isinstance(old, ast.Constant) and isinstance(new, ast.Constant):
                renames[str(old.value)] = str(new.value)
    return renames


def filled_by(cls: type) -> list[str]:
    """Parameters that the constructor fills itself where they are None: `if x is None: self.x = …`.

    What the base class took for them under an old name is gone then.
    """
    own = names(signature_of(cls.__init__, bound=True))
    conditions = [node for node in nodes_in_constructor(cls) if isinstance(node, ast.If)]
    return sorted(name for name in own if any(fills(one, name) for one in conditions))


def fills(statement: ast.If, name: str) -> bool:
    test = ast.unparse(statement.test)
    targets = [ast.unparse(t) for one in statement.body if isinstance(one, ast.Assign) for t in one.targets]
    return test in (f"{name} is None", f"not {name}") and f"self.{name}" in targets


@functools.cache
def calls_in_constructor(cls: type) -> list[ast.Call]:
    return [node for node in nodes_in_constructor(cls) if isinstance(node, ast.Call)]


def nodes_in_constructor(cls: type) -> list[ast.AST]:
    if "__init__" not in vars(cls):
        return []
    try:
        source = textwrap.dedent(inspect.getsource(vars(cls)["__init__"]))
    except (OSError, TypeError):
        return []
    return list(ast.walk(ast.parse(source)))


def versions(*packages: str) -> dict[str, str]:
    return {package: version(package) for package in packages}


def write(catalog: dict[str, Any]) -> None:
    """One line for each entry, so that a new SDK version can be reviewed as a difference."""
    lines = []
    for section, entries in catalog.items():
        if isinstance(entries, list):
            body = ",\n".join(json.dumps(value, separators=(",", ":")) for value in entries)
            lines.append(f"{json.dumps(section)}:[\n{body}\n]")
            continue
        body = ",\n".join(
            f"{json.dumps(key)}:{json.dumps(value, separators=(',', ':'))}"
            for key, value in sorted(entries.items())
        )
        lines.append(f"{json.dumps(section)}:{{\n{body}\n}}")
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")

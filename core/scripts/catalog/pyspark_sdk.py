"""Writes core/src/catalog/sagemaker-pyspark.json from the source of the SageMaker Spark SDK for Python.

    python pyspark_sdk.py FOLDER VERSION > ../../src/catalog/sagemaker-pyspark.json

FOLDER holds the package `sagemaker_pyspark`, as its source distribution has it. The source is read and not imported:
its defaults need a Java machine at import. The notation is that of submitting_surface.py.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import sdk_introspection as sdk

PACKAGE = "sagemaker_pyspark"
WANTED = {"IAMRole", "SageMakerEstimatorBase", "SageMakerModel"}
METHODS = {"fit": ["dataset"], "transform": ["dataset"]}


def main(folder: str, version: str) -> None:
    root = Path(folder) / PACKAGE
    classes = {}
    for file in sorted(root.rglob("*.py")):
        module = ".".join(file.relative_to(root.parent).with_suffix("").parts)
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef) and is_wanted(node):
                classes[f"{module}.{node.name}"] = describe(node, module)
    written = {path: entry["bases"] for path, entry in classes.items()}
    for entry in classes.values():
        entry["bases"] = ancestors(entry["bases"], written)
    sdk.write({"versions": {PACKAGE: version}, "classes": classes, "functions": {}})


def is_wanted(node: ast.ClassDef) -> bool:
    bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
    return node.name in WANTED or "SageMakerEstimatorBase" in bases


def describe(node: ast.ClassDef, module: str) -> dict:
    functions = {one.name: one for one in node.body if isinstance(one, ast.FunctionDef)}
    constructor = functions.get("__init__")
    # The modules of a folder are imported from the folder
    imports = [module.rpartition(".")[0]]
    return {
        "bases": [base.id for base in node.bases if isinstance(base, ast.Name)],
        "parameters": parameters_of(constructor) if constructor else [],
        "methods": {name: METHODS[name] for name in METHODS if name in functions},
        "imports": imports,
    }


def parameters_of(function: ast.FunctionDef) -> list[str]:
    arguments = function.args.args[1:]
    defaults = [None] * (len(arguments) - len(function.args.defaults)) + function.args.defaults
    written = [parameter(one.arg, default) for one, default in zip(arguments, defaults, strict=True)]
    return [*written, *([f"**{function.args.kwarg.arg}"] if function.args.kwarg else [])]


def parameter(name: str, default: ast.expr | None) -> str:
    if default is None:
        return name
    if not isinstance(default, ast.Constant):
        return f"{name}=?"
    return f"{name}={'' if default.value is None else json.dumps(default.value)}"


def ancestors(bases: list[str], written: dict[str, list[str]]) -> list[str]:
    """`written`: path of a class → names of its bases."""
    own = [path for base in bases for path in written if path.endswith(f".{base}")]
    return [*own, *(above for path in own for above in ancestors(written[path], written))]


if __name__ == "__main__":
    main(*sys.argv[1:])

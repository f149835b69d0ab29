"""Members of structures that sagemaker-core sends under a name that the service model does not have.

It makes the API's names out of Python's by a rule, `memory_size_in_mb` → `MemorySizeInMb`, and botocore refuses what
the API spells otherwise: `MemorySizeInMB`. Arguments of `create` itself are written out and right.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import botocore.session
from botocore.model import Shape


def by_python_name() -> dict[str, str]:
    """What the member is called when it is sent, by what Python calls it; in structures that have no such member."""
    # Not before the package's own submodules are listed: an import binds more of them
    core = Core(
        importlib.import_module("sagemaker.core.shapes.shapes"),
        importlib.import_module("sagemaker.core.utils.utils").snake_to_pascal,
    )
    model = botocore.session.get_session().get_service_model("sagemaker")
    found: dict[str, str] = {}
    for operation in model.operation_names:
        if operation.startswith(("Create", "Update", "Start")):
            shape = model.operation_model(operation).input_shape
            for member in shape.members.values() if shape else ():
                found |= below(member, core, set())
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Core:
    shapes: ModuleType
    sent_name: Callable[[str], str]


def below(shape: Shape, core: Core, above: set[str]) -> dict[str, str]:
    if shape.name in above:
        return {}
    above = {*above, shape.name}
    if shape.type_name == "list":
        return below(shape.member, core, above)
    if shape.type_name != "structure":
        return {}
    fields = getattr(getattr(core.shapes, shape.name, None), "model_fields", {})
    sent = {name: core.sent_name(name) for name in fields}
    found = {name: as_sent for name, as_sent in sent.items() if as_sent not in shape.members}
    for member in shape.members.values():
        found |= below(member, core, above)
    return found

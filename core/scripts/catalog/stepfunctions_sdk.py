"""Writes core/src/catalog/stepfunctions.json from the Step Functions Data Science SDK of the running interpreter.

    python stepfunctions_sdk.py > ../../src/catalog/stepfunctions.json

The environment needs `stepfunctions` and `sagemaker<3`. Nothing is called: the SDK is imported and its signatures
are read. The notation is that of submitting_surface.py.
"""

from __future__ import annotations

import sdk_introspection as sdk
import submitting_surface

PACKAGE = "stepfunctions"
STEPS = "stepfunctions.steps.sagemaker"
SENDS = ("create", "execute", "update")


def main() -> None:
    found = sdk.find(PACKAGE, lambda module: True)
    classes = {}
    for path, thing in found.items():
        if path.startswith(f"{STEPS}.") and path.endswith("Step"):
            bases = [sdk.path_of(base) for base in sdk.bases(thing.value, PACKAGE)]
            described = submitting_surface.describe_class(thing.value)
            # Only the names of the ancestors matter: what they take passes through `**kwargs`.
            classes[path] = {**described, "bases": bases, "imports": sdk.imports_of(path, thing)}
            classes[path].pop("passes", None)
            classes[path].pop("fixed", None)
            classes[path].pop("sets", None)
    # What puts the steps into a state machine.
    workflow = next(path for path in found if path.endswith(".Workflow"))
    methods = {name: sdk.signature_of(vars(found[workflow].value)[name], bound=True) for name in SENDS}
    classes[workflow] = {
        "bases": [],
        "parameters": sdk.constructor_signature(found[workflow].value),
        "methods": methods,
        "imports": sdk.imports_of(workflow, found[workflow]),
    }
    sdk.write({"versions": sdk.versions(PACKAGE), "classes": classes, "functions": {}})


if __name__ == "__main__":
    main()

"""What does the real SageMaker Python SDK send for these snippets?

    PYTHON-WITH-SAGEMAKER record.py --into DIRECTORY SNIPPET.py...

Writes DIRECTORY/SNIPPET.json: `requests` (each Create*, Update* or Start* call of SageMaker, its parameters
as botocore was given them, and the place in the snippet that made it; `refused` when botocore itself would
not send it), `error` (what ended the snippet, if anything did) and `sdk` (versions). Nothing leaves the
machine, no account is needed: botocore's one choke point for API calls is replaced, reads are answered from
world.json.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from recorder.api_calls import ApiCalls
from recorder.aws_answers import AwsAnswers
from recorder.isolation import CONFIGURATION, isolated
from recorder.normalise import normalise
from recorder.once_for_all import check_schema_once, share_models
from recorder.snippet import Snippet

# What takes seconds to import; every snippet gets a copy of this process, so it is paid once.
PRELOADED = {
    "2": (
        "boto3",
        "sagemaker",
        "sagemaker.automl.automlv2",
        "sagemaker.clarify",
        "sagemaker.huggingface",
        "sagemaker.jumpstart.estimator",
        "sagemaker.pytorch",
        "sagemaker.remote_function",
        "sagemaker.sklearn",
        "sagemaker.tensorflow",
        "sagemaker.workflow.steps",
        "sagemaker.xgboost",
    ),
    "3": (
        "boto3",
        "sagemaker.train",
        "sagemaker.train.model_trainer",
        "sagemaker.train.tuner",
        "sagemaker.core.processing",
        "sagemaker.serve.model_builder",
        "sagemaker.mlops.workflow.steps",
    ),
}


CASES = Path(__file__).resolve().with_name("cases")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("snippets", type=Path, nargs="+")
    arguments = parser.parse_args()
    world = json.loads(Path(__file__).with_name("world.json").read_text(encoding="utf-8"))
    into, snippets = arguments.into.resolve(), [path.resolve() for path in arguments.snippets]
    failed = []
    with isolated(world["region"]):
        major = version("sagemaker").split(".")[0]
        for module in PRELOADED[major]:
            importlib.import_module(module)
        check_schema_once(major)
        share_models(world["region"])
    gc.freeze()
    for snippet in snippets:
        child = os.fork()
        if child == 0:
            record_and_leave(snippet, into / f"{snippet.stem}.json", world)
        if os.waitpid(child, 0)[1] != 0:
            failed.append(snippet.name)
    shutil.rmtree(CONFIGURATION, ignore_errors=True)
    if failed:
        print(f"not recorded: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def record(path: Path, output: Path, world: dict[str, Any]) -> None:
    snippet = Snippet(path.read_text(encoding="utf-8"))
    with isolated(world["region"]) as directory:
        snippet.make_named_files(directory)
        snippet.copy_inputs(directory, CASES, path.stem)
        changed = path.with_suffix(".files")
        if changed.is_dir():
            shutil.copytree(changed, directory, dirs_exist_ok=True)
        calls = ApiCalls(AwsAnswers(world), snippet)
        calls.install()
        error = snippet.run()
    recording = {"sdk": calls.versions(), "requests": calls.requests, "error": error}
    output.write_text(json.dumps(normalise(recording), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def record_and_leave(path: Path, output: Path, world: dict[str, Any]) -> NoReturn:
    """Ends this process without the SDK's own exit handlers and threads."""
    try:
        record(path, output, world)
    except BaseException as problem:
        print(f"{path.name}: {type(problem).__name__}: {problem}", file=sys.stderr)
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())

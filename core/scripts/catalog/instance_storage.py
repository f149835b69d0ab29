"""Writes core/src/catalog/instance-storage.json: which instance types of SageMaker jobs have local storage.

Run it in an environment with botocore and moto:

    python core/scripts/catalog/instance_storage.py core/src/catalog/instance-storage.json

The types are those of the SageMaker API; whether one has an instance store is what ec2:DescribeInstanceTypes
answers (`InstanceStorageSupported`), of which moto packages a capture.
"""

import gzip
import json
import sys
from importlib.metadata import version
from importlib.resources import files

import botocore.session

SHAPES = ["TrainingInstanceType", "ProcessingInstanceType", "TransformInstanceType"]

# Not in the capture any more, or not yet. https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
BY_HAND = {"p2": "ebs", "p3": "ebs", "p6e-gb200": "local"}


def main(path: str) -> None:
    model = botocore.session.get_session().get_service_model("sagemaker")
    types = sorted({name for shape in SHAPES for name in model.shape_for(shape).enum})
    capture = json.loads(
        gzip.decompress((files("moto.ec2.resources") / "instance_types.json.gz").read_bytes())
    )

    storage: dict[str, list[str]] = {"local": [], "ebs": []}
    for name in types:
        ec2_name = name.removeprefix("ml.")
        if ec2_name in capture:
            kind = "local" if capture[ec2_name]["InstanceStorageSupported"] else "ebs"
        else:
            kind = BY_HAND.get(ec2_name.split(".")[0])
        if kind is not None:
            storage[kind].append(name)

    source = (
        f"botocore {botocore.__version__} sagemaker, shapes {', '.join(SHAPES)}; "
        f"moto {version('moto')} ec2/resources/instance_types.json.gz, a capture of ec2:DescribeInstanceTypes; "
        f"by hand: {', '.join(BY_HAND)}"
    )
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"source": source, **storage}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

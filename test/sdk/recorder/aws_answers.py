"""The answers of a made-up account to what the SDK and snippets read on their way to a request."""

from __future__ import annotations

import datetime
import io
import json
import re
import tarfile
from typing import Any

NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
PREFERRED = ("Completed", "InService", "Active", "Succeeded", "Enabled")
IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"
INSTANCES = ["ml.c5.xlarge", "ml.m5.large"]
# What descriptions say besides what was asked for: what is done or runs when its status is not "Completed", and what
# products of the marketplace can do
DESCRIBED: dict[str, dict[str, Any]] = {
    "InferenceRecommendationsJob": {"Status": "COMPLETED"},
    "OptimizationJob": {"OptimizationJobStatus": "COMPLETED"},
    "Pipeline": {"PipelineStatus": "Active"},
    "Domain": {"DomainId": "d-new"},
    "MlflowApp": {"Arn": "arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app"},
    "PartnerApp": {"Arn": "arn:aws:sagemaker:us-east-1:111122223333:partner-app/app"},
    "ModelPackage": {
        "InferenceSpecification": {
            "Containers": [{"Image": IMAGE, "ModelDataUrl": "s3://ml-artifacts/model.tar.gz"}],
            "SupportedTransformInstanceTypes": INSTANCES,
            "SupportedRealtimeInferenceInstanceTypes": INSTANCES,
            "SupportedContentTypes": ["text/csv"],
            "SupportedResponseMIMETypes": ["text/csv"],
        },
    },
    "Algorithm": {
        "TrainingSpecification": {
            "TrainingImage": IMAGE,
            "SupportedTrainingInstanceTypes": INSTANCES,
            "SupportsDistributedTraining": True,
            "TrainingChannels": [
                {
                    "Name": "training",
                    "SupportedContentTypes": ["text/csv"],
                    "SupportedInputModes": ["File"],
                    "IsRequired": True,
                }
            ],
        },
    },
    "InferenceComponent": {"InferenceComponentStatus": "InService"},
    "InferenceExperiment": {"ModelVariants": []},
    "Workforce": {"Workforce": {"WorkforceName": "none", "WorkforceArn": "none"}},
    "TrainingSession": {"TrainingSessionDetail": {"TrainingSessionStatus": "Running"}},
}
# What a document of the hub says besides of a model that JumpStart trains
TRAINED_BY_JUMPSTART = {
    "ModelTypes": ["OPEN_WEIGHTS"],
    "Url": "https://example.invalid",
    "GatedBucket": False,
    "TrainingSupported": True,
    "IncrementalTrainingSupported": False,
    "TrainingEcrUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/jumpstart:1",
    "TrainingScriptUri": "s3://ml-data/source.tar.gz",
    "TrainingArtifactUri": "s3://ml-data/model/",
    "DefaultTrainingInstanceType": "ml.g5.2xlarge",
    "SupportedTrainingInstanceTypes": ["ml.g5.2xlarge", "ml.g5.12xlarge"],
    "TrainingInstanceTypeVariants": {"Aliases": {}, "Variants": {}},
    "TrainingVolumeSize": 200,
    "Hyperparameters": [
        {"Name": "epochs", "Type": "int", "Default": 1, "Min": 1, "Max": 10, "Scope": "algorithm"}
    ],
}
# Of the definition of a tuning job's training jobs, what those have elsewhere
NOT_OF_THE_JOB = {"DefinitionName", "HyperParameterTuningResourceConfig", "StaticHyperParameters"}
# Things that are there by whatever name they are asked for
KNOWN_BY_NAME = ("Cluster", "NotebookInstance")
LISTS = {
    "DescribeSubnets": ("SubnetIds", "SubnetId"),
    "DescribeSecurityGroups": ("GroupIds", "GroupId"),
    "DescribeVpcs": ("VpcIds", "VpcId"),
}


class AwsAnswers:
    """`world` is world.json: the API's own objects by the operation that lists them."""

    def __init__(self, world: dict[str, Any]) -> None:
        self._world = world
        self._objects: dict[tuple[str, str], bytes] = {}
        self._created: dict[tuple[str, str], dict[str, Any]] = {}

    def answer(self, service: str, operation: str, asked: dict[str, Any], model: Any) -> dict[str, Any]:
        reply = synthetic(model.output_shape) if model.output_shape else {}
        specific = getattr(self, f"_{service}", None)
        return reply | (specific(operation, asked) if specific else {})

    def _sts(self, operation: str, _: dict[str, Any]) -> dict[str, Any]:
        return dict(self._world["GetCallerIdentity"]) if operation == "GetCallerIdentity" else {}

    def _iam(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        if operation != "GetRole":
            return {}
        name = asked["RoleName"]
        arn = f"arn:aws:iam::{self._world['GetCallerIdentity']['Account']}:role/{name}"
        return {"Role": {"Path": "/", "RoleName": name, "RoleId": "AROA", "CreateDate": NOW, "Arn": arn}}

    def _ec2(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        if operation not in LISTS:
            return {}
        parameter, member = LISTS[operation]
        kind = operation.removeprefix("Describe")
        things = self._world[operation]
        if asked.get(parameter):
            things = [thing for thing in things if thing[member] in asked[parameter]]
        for wanted in asked.get("Filters", []):
            things = [thing for thing in things if fits(thing, wanted["Name"], wanted["Values"])]
        return {kind: things}

    def _ssm(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        if operation != "GetParameter":
            return {}
        return {
            "Parameter": {
                "Name": asked["Name"],
                "Type": "String",
                "Value": self._world["GetParameter"][asked["Name"]],
            }
        }

    def _s3(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        from botocore.response import StreamingBody

        place = (asked.get("Bucket", ""), asked.get("Key", ""))
        if operation == "PutObject":
            body = asked.get("Body", b"")
            content = body.read() if hasattr(body, "read") else body
            self._objects[place] = content.encode() if isinstance(content, str) else content
        if operation == "ListBuckets":
            return {"Buckets": [], "Owner": {"ID": "none"}}
        if operation == "ListObjectsV2" and place[0] == "ml-data":
            return {"KeyCount": 1, "Contents": [{"Key": asked.get("Prefix", ""), "Size": 1}]}
        content = self._objects.get(place)
        if content is None:
            content = empty_archive() if place[1].endswith(".tar.gz") else self._document(*place)
        if operation == "HeadObject":
            return {"ContentLength": len(content), "ETag": "none"}
        if operation == "GetObject":
            body = StreamingBody(io.BytesIO(content), len(content))
            return {"ContentLength": len(content), "ETag": "none", "Body": body}
        return {}

    def _arn(self, name: str) -> str:
        return f"arn:aws:sagemaker:{self._world['region']}:{self._world['GetCallerIdentity']['Account']}:job/{name}"

    def _document(self, bucket: str, key: str) -> bytes:
        """What others keep in S3: specifications of models, recipes."""
        document = self._world["GetObject"].get(f"s3://{bucket}/{key}")
        return b"" if document is None else json.dumps(document).encode()

    def _lambda(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        """A reward function, which the SDK tries with some samples."""
        if operation != "Invoke":
            return {}
        samples = json.loads(asked["Payload"])
        rewards = [{"id": str(index), "aggregate_reward_score": 1.0} for index, _ in enumerate(samples)]
        answer = {"statusCode": 200, "body": json.dumps(rewards)}
        return {"StatusCode": 200, "Payload": io.BytesIO(json.dumps(answer).encode())}

    def _batch(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        if operation != "SubmitServiceJob":
            return {}
        arn = f"arn:aws:batch:us-east-1:{self._world['GetCallerIdentity']['Account']}:service-job/1"
        return {"jobArn": arn, "jobName": asked["jobName"], "jobId": "1"}

    def _logs(self, _: str, __: dict[str, Any]) -> dict[str, Any]:
        return {"logStreams": [], "events": [], "nextForwardToken": "none"}

    def _sagemaker(self, operation: str, asked: dict[str, Any]) -> dict[str, Any]:
        verb, kind = re.match(r"(Create|Describe)?(.*)", operation).groups()
        name = next((value for key, value in asked.items() if key.endswith("Name")), "")
        if verb == "Create":
            self._created[kind, name] = json.loads(json.dumps(asked, default=str))
            return {f"{kind}Arn": self._arn(name)} | DESCRIBED.get(kind, {})
        if operation == "DescribeHubContent":
            return hub_content(asked["HubContentName"])
        if operation == "StartPipelineExecution":
            return {"PipelineExecutionArn": self._arn(name)}
        if verb != "Describe":
            return {"Tags": []} if operation == "ListTags" else {}
        past = next((job for job in self._world.get(operation, []) if name in job.values()), {})
        if operation == "DescribeEndpoint" and not past and (kind, name) not in self._created:
            raise not_found(operation, f'Could not find endpoint "{name}".')
        described = self._created.get((kind, name), past) | {
            f"{kind}Status": "Completed",
            "CreationTime": NOW,
        }
        if kind in KNOWN_BY_NAME:
            described = asked | described
        if kind == "TrainingJob":
            # AWS says "" where the job has no key
            output = {"KmsKeyId": ""} | described.get("OutputDataConfig", {})
            described |= finished_training(name) | {"OutputDataConfig": output}
        if kind == "HyperParameterTuningJob":
            described |= self._best_training_job(name, described)
        if name.startswith("arn:"):
            described |= {f"{kind}Arn": name}
        if kind == "Artifact":
            described |= {"ArtifactArn": self._arn(name)}
        if kind == "AutoMLJob":
            described |= {"AutoMLJobSecondaryStatus": "Completed"}
        if kind in ("Endpoint", "Model"):
            described |= {"EndpointStatus": "InService"}
        return described | DESCRIBED.get(kind, {})

    def _best_training_job(self, tuning: str, described: dict[str, Any]) -> dict[str, Any]:
        """One of the training jobs that a tuning job starts, as the tuning job was asked to."""
        definitions = [described.get("TrainingJobDefinition"), *described.get("TrainingJobDefinitions", [])]
        definition = next((one for one in definitions if one), None)
        if definition is None:
            return {}
        name = f"{tuning}-001"
        job = {key: value for key, value in definition.items() if key not in NOT_OF_THE_JOB}
        resources = definition.get("HyperParameterTuningResourceConfig") or definition.get("ResourceConfig")
        self._created["TrainingJob", name] = job | {
            "TrainingJobName": name,
            "ResourceConfig": resources,
            "HyperParameters": definition.get("StaticHyperParameters", {}),
        }
        best = {
            "TrainingJobName": name,
            "TrainingJobArn": self._arn(name),
            "TrainingJobStatus": "Completed",
            "CreationTime": NOW,
            "TunedHyperParameters": {},
        }
        if "DefinitionName" in definition:
            best["TrainingJobDefinitionName"] = definition["DefinitionName"]
        return {"BestTrainingJob": best}


def not_found(operation: str, message: str) -> Exception:
    from botocore.exceptions import ClientError

    return ClientError({"Error": {"Code": "ValidationException", "Message": message}}, operation)


def hub_content(name: str) -> dict[str, Any]:
    """A model of the hub that can be fine-tuned without a server, with whatever technique."""
    recipes = [
        {
            "Name": f"{technique}-{peft or 'full'}",
            "CustomizationTechnique": technique,
            "SmtjRecipeTemplateS3Uri": "s3://hub/recipe.yaml",
            "SmtjImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/tune:1",
            **({"Peft": peft} if peft else {}),
        }
        for technique in ("SFT", "DPO", "RLVR", "RLAIF", "MTRL")
        for peft in ("LORA", None)
    ]
    recipes += [
        {
            "Name": f"evaluation-{kind}",
            "DisplayName": f"Evaluation with {kind}",
            "Type": "Evaluation",
            "SmtjRecipeTemplateS3Uri": "s3://hub/recipe.yaml",
            "SmtjImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/evaluate:1",
        }
        for kind in ("benchmark", "custom scorer")
    ]
    return {
        "HubContentName": name,
        "HubContentVersion": "1.0.0",
        "CreationTime": NOW,
        "LastModifiedTime": NOW,
        "HubContentArn": f"arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/{name}/1.0.0",
        "HubContentDocument": json.dumps(
            {
                **TRAINED_BY_JUMPSTART,
                "TrainingEnableNetworkIsolation": not name.startswith("open-"),
                "RecipeCollection": recipes,
            }
        ),
    }


def finished_training(name: str) -> dict[str, Any]:
    change = {"Status": "Completed", "StartTime": NOW, "EndTime": NOW, "StatusMessage": "done"}
    return {
        "SecondaryStatus": "Completed",
        "SecondaryStatusTransitions": [change],
        "ModelArtifacts": {"S3ModelArtifacts": f"s3://output/{name}/model.tar.gz"},
        "LastModifiedTime": NOW,
        "TrainingStartTime": NOW,
        "TrainingEndTime": NOW,
        "TrainingTimeInSeconds": 1,
        "BillableTimeInSeconds": 1,
    }


def empty_archive() -> bytes:
    """What the SDK unpacks where it adds code to a model."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz"):
        pass
    return archive.getvalue()


def synthetic(shape: Any, depth: int = 0) -> Any:
    """The least that fits an output shape: its required members."""
    kind = shape.type_name
    if kind == "structure":
        members = shape.members.items() if depth < 6 else []
        return {
            name: synthetic(member, depth + 1) for name, member in members if name in shape.required_members
        }
    if kind == "string":
        return next((one for one in PREFERRED if one in shape.enum), shape.enum[0] if shape.enum else "none")
    plain: dict[str, Any] = {
        "list": [],
        "map": {},
        "timestamp": NOW,
        "boolean": False,
        "blob": b"",
        "float": 1.0,
        "double": 1.0,
    }
    return plain.get(kind, 1)


def fits(thing: dict[str, Any], name: str, values: list[str]) -> bool:
    """One EC2 filter: `vpc-id`, or `tag:NAME`."""
    if name.startswith("tag:"):
        return any(tag["Key"] == name[4:] and tag["Value"] in values for tag in thing.get("Tags", []))
    member = "".join(word.capitalize() for word in name.split("-"))
    return str(thing.get(member)) in values

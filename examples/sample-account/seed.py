"""Fills the account of `account.json` through the ordinary AWS calls, with the ids that the file names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import moto.ec2.utils
import moto.kms.models
from moto.moto_api._internal import mock_random
from seed_iam import add_principals

Data = dict[str, Any]


def seed(account: Data, endpoint: str) -> dict[str, str]:
    """Returns the ids by name: `vpc.ml-prod`, `subnet.ml-prod-private-a`, `key.training`, …"""
    with _chosen_ids() as choose:
        ids = _Seeder(account["region"], endpoint, choose)
        for vpc in account["vpcs"]:
            ids.add_vpc(vpc)
        for key in account["keys"]:
            ids.add_key(key)
        for repository in account["repositories"]:
            ids.add_repository(repository)
        add_principals(account, ids.client("iam", account["region"]))
        ids.client("organizations", account["region"]).create_organization(FeatureSet="ALL")
        return ids.by_name


class _Seeder:
    def __init__(self, region: str, endpoint: str, choose: _Choices) -> None:
        self._region = region
        self._endpoint = endpoint
        self._choose = choose
        self._ec2 = self.client("ec2", region)
        # moto makes the default VPC at the first call: before ids are chosen.
        self._remove_default_vpc()
        self.by_name: dict[str, str] = {}

    def _remove_default_vpc(self) -> None:
        """moto brings one with six subnets; a company's account seldom has it, and it would be offered in fixes."""
        for vpc in self._ec2.describe_vpcs()["Vpcs"]:
            own = [{"Name": "vpc-id", "Values": [vpc["VpcId"]]}]
            for subnet in self._ec2.describe_subnets(Filters=own)["Subnets"]:
                self._ec2.delete_subnet(SubnetId=subnet["SubnetId"])
            self._ec2.delete_vpc(VpcId=vpc["VpcId"])

    def add_vpc(self, vpc: Data) -> None:
        self._choose(vpc["id"])
        self._ec2.create_vpc(CidrBlock=vpc["cidr"])
        self._name("vpc", vpc)
        gateways = {"internetGateway": {"GatewayId": self._add_internet_gateway(vpc)}}
        for table in vpc["routeTables"]:
            self._choose(table["id"])
            self._ec2.create_route_table(VpcId=vpc["id"])
            self._name("routeTable", table)
        for subnet in vpc["subnets"]:
            self._add_subnet(vpc, subnet)
        gateways["natGateway"] = {"NatGatewayId": self._add_nat_gateway(vpc)}
        for table in vpc["routeTables"]:
            if gateway := table.get("defaultRoute"):
                self._ec2.create_route(
                    RouteTableId=table["id"], DestinationCidrBlock="0.0.0.0/0", **gateways[gateway]
                )
        self._add_s3_endpoint(vpc)
        self._add_flow_logs(vpc)
        for group in vpc["securityGroups"]:
            self._add_security_group(vpc, group)

    def _add_subnet(self, vpc: Data, subnet: Data) -> None:
        self._choose(subnet["id"])
        self._ec2.create_subnet(VpcId=vpc["id"], CidrBlock=subnet["cidr"], AvailabilityZone=subnet["zone"])
        self._name("subnet", subnet)
        table = self.by_name[f"routeTable.{subnet['routeTable']}"]
        self._ec2.associate_route_table(RouteTableId=table, SubnetId=subnet["id"])
        if subnet.get("public"):
            self._ec2.modify_subnet_attribute(SubnetId=subnet["id"], MapPublicIpOnLaunch={"Value": True})

    def _add_internet_gateway(self, vpc: Data) -> str:
        gateway = vpc.get("internetGateway")
        if gateway is None:
            return ""
        self._choose(gateway["id"])
        self._ec2.create_internet_gateway()
        self._ec2.attach_internet_gateway(InternetGatewayId=gateway["id"], VpcId=vpc["id"])
        return self._name("internetGateway", gateway)

    def _add_nat_gateway(self, vpc: Data) -> str:
        gateway = vpc.get("natGateway")
        if gateway is None:
            return ""
        address = self._ec2.allocate_address(Domain="vpc")["AllocationId"]
        self._choose(gateway["id"])
        subnet = self.by_name[f"subnet.{gateway['subnet']}"]
        self._ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)
        return self._name("natGateway", gateway)

    def _add_s3_endpoint(self, vpc: Data) -> None:
        endpoint = vpc.get("s3Endpoint")
        if endpoint is None:
            return
        self._choose(endpoint["id"])
        self._ec2.create_vpc_endpoint(
            VpcId=vpc["id"],
            ServiceName=f"com.amazonaws.{self._region}.s3",
            VpcEndpointType="Gateway",
            RouteTableIds=[self.by_name[f"routeTable.{endpoint['routeTable']}"]],
        )
        self._name("vpcEndpoint", endpoint)

    def _add_flow_logs(self, vpc: Data) -> None:
        logs = vpc.get("flowLogs")
        if logs is None:
            return
        self.client("s3", self._region).create_bucket(Bucket=logs["bucket"])
        self._choose(logs["id"])
        self._ec2.create_flow_logs(
            ResourceIds=[vpc["id"]],
            ResourceType="VPC",
            TrafficType="ALL",
            LogDestinationType="s3",
            LogDestination=f"arn:aws:s3:::{logs['bucket']}",
        )
        self._name("flowLogs", logs)

    def _add_security_group(self, vpc: Data, group: Data) -> None:
        self._choose(group["id"])
        self._ec2.create_security_group(
            VpcId=vpc["id"], GroupName=group["name"], Description=group["description"]
        )
        self._name("securityGroup", group)
        if group.get("selfReferencing"):
            everything = {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": group["id"]}]}
            self._ec2.authorize_security_group_ingress(GroupId=group["id"], IpPermissions=[everything])

    def add_key(self, key: Data) -> None:
        kms = self.client("kms", key.get("region", self._region))
        self._choose(key["id"])
        kms.create_key(
            Description=key["description"],
            KeySpec=key.get("spec", "SYMMETRIC_DEFAULT"),
            KeyUsage=key.get("usage", "ENCRYPT_DECRYPT"),
            MultiRegion=key.get("multiRegion", False),
        )
        if alias := key.get("alias"):
            kms.create_alias(AliasName=alias, TargetKeyId=key["id"])
        match key.get("state"):
            case "Disabled":
                kms.disable_key(KeyId=key["id"])
            case "PendingDeletion":
                kms.schedule_key_deletion(KeyId=key["id"], PendingWindowInDays=30)
        self.by_name[f"key.{key['name']}"] = key["id"]

    def add_repository(self, repository: Data) -> None:
        ecr = self.client("ecr", self._region)
        ecr.create_repository(repositoryName=repository["name"])
        for tag in repository["tags"]:
            ecr.put_image(repositoryName=repository["name"], imageTag=tag, imageManifest=_manifest)

    def _name(self, kind: str, resource: Data) -> str:
        self._ec2.create_tags(Resources=[resource["id"]], Tags=[{"Key": "Name", "Value": resource["name"]}])
        self.by_name[f"{kind}.{resource['name']}"] = resource["id"]
        return str(resource["id"])

    def client(self, service: str, region: str) -> Any:
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=self._endpoint,
            aws_access_key_id="sample",
            aws_secret_access_key="sample",
        )


# moto looks at its form only
_manifest = json.dumps(
    {
        "schemaVersion": 2,
        "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
        "config": {
            "mediaType": "application/vnd.docker.container.image.v1+json",
            "size": 1,
            "digest": f"sha256:{'c' * 64}",
        },
        "layers": [],
    }
)


class _Choices:
    """The ids for the next resources, by their prefix."""

    def __init__(self) -> None:
        self._next: dict[str, list[str]] = {}

    def __call__(self, resource_id: str) -> None:
        self._next.setdefault(_prefix(resource_id), []).append(resource_id)

    def take(self, prefix: str) -> str | None:
        chosen = self._next.get(prefix)
        return chosen.pop(0) if chosen else None


def _prefix(resource_id: str) -> str:
    """`subnet` of an EC2 id; nothing of a key's."""
    prefix, _, rest = resource_id.partition("-")
    return prefix if len(rest) == 17 and "-" not in rest else ""


@contextmanager
def _chosen_ids() -> Iterator[_Choices]:
    """While it lasts, moto names resources as chosen, and all others the same in each run."""
    mock_random.seed(2026)
    choices = _Choices()
    random_id = moto.ec2.utils.random_id
    generate_key_id = moto.kms.models.generate_key_id

    def chosen_id(prefix: str = "", size: int = 17) -> str:
        return choices.take(prefix) or random_id(prefix, size)

    def chosen_key_id(multi_region: bool = False) -> str:
        return choices.take("") or generate_key_id(multi_region)

    moto.ec2.utils.random_id = chosen_id
    moto.kms.models.generate_key_id = chosen_key_id
    try:
        yield choices
    finally:
        moto.ec2.utils.random_id = random_id
        moto.kms.models.generate_key_id = generate_key_id
        mock_random.seed()

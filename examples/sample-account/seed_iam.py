"""Fills the account with the roles, users and policies of `account.json`, through the ordinary AWS calls."""

from __future__ import annotations

import json
from typing import Any

Data = dict[str, Any]


def add_principals(account: Data, iam: Any) -> None:
    arns: dict[str, str] = {}
    for policy in account["policies"]:
        created = iam.create_policy(
            PolicyName=policy["name"],
            Description=policy["description"],
            PolicyDocument=json.dumps(policy["document"]),
        )
        arns[policy["name"]] = created["Policy"]["Arn"]
    for role in account["roles"]:
        iam.create_role(
            RoleName=role["name"],
            Path=role.get("path", "/"),
            AssumeRolePolicyDocument=json.dumps(_trust(role["service"])),
        )
        for name, document in role.get("inline", {}).items():
            iam.put_role_policy(RoleName=role["name"], PolicyName=name, PolicyDocument=json.dumps(document))
        for name in role.get("attached", []):
            iam.attach_role_policy(RoleName=role["name"], PolicyArn=arns[name])
    for group in account["groups"]:
        iam.create_group(GroupName=group["name"])
        for name in group["attached"]:
            iam.attach_group_policy(GroupName=group["name"], PolicyArn=arns[name])
    for user in account["users"]:
        _add_user(user, arns, iam)


def _add_user(user: Data, arns: dict[str, str], iam: Any) -> None:
    iam.create_user(UserName=user["name"])
    for group in user["groups"]:
        iam.add_user_to_group(UserName=user["name"], GroupName=group)
    for name, document in user["inline"].items():
        iam.put_user_policy(UserName=user["name"], PolicyName=name, PolicyDocument=json.dumps(document))
    for name in user["attached"]:
        iam.attach_user_policy(UserName=user["name"], PolicyArn=arns[name])


def _trust(service: str) -> Data:
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [statement]}

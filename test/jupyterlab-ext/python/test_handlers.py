from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import Server

region = "us-east-1"


def ask(server: Server, *questions: object, **more: object) -> Any:
    return server.request("sagemaker-preflight/facts", {"questions": list(questions), **more})


def test_account(server: Server) -> None:
    account = server.request("sagemaker-preflight/account")
    assert account.status == 200
    assert account.json["region"] == region
    assert account.json["endpoint"] == server.sample["endpoint"]
    assert account.json["identity"]["value"]["Account"] == "111122223333"
    assert set(account.json["identity"]["value"]) == {"Account", "Arn"}
    assert account.json["executionRole"] == {"of": "caller"}


def test_facts_in_the_order_asked(server: Server) -> None:
    subnet = server.sample["ids"]["subnet.ml-prod-private-a"]
    answer = ask(
        server,
        {"kind": "subnet", "id": "subnet-00000000000000000", "region": region},
        {"kind": "subnet", "id": subnet, "region": region},
        {"kind": "key", "id": "alias/sagemaker-training", "region": region},
        deadline=10_000,
    )
    assert answer.status == 200
    facts = answer.json["facts"]
    assert [fact["state"] for fact in facts] == ["absent", "present", "present"]
    assert facts[1]["value"]["SubnetId"] == subnet
    assert facts[1]["read"]["account"] == "111122223333"
    assert facts[1]["read"]["call"] == "ec2:DescribeSubnets"


def test_nothing_asked(server: Server) -> None:
    assert ask(server).json == {"facts": []}


@pytest.mark.parametrize("path", ["account", "facts"])
def test_only_for_the_user_of_the_server(server: Server, path: str) -> None:
    body = None if path == "account" else {"questions": []}
    assert server.request(f"sagemaker-preflight/{path}", body, with_token=False).status in (401, 403)


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ({"kind": "secret", "id": "x", "region": region}, "unknown kind"),
        ({"kind": "subnet", "id": "", "region": region}, "the id is not one"),
        ({"kind": "vpcs", "id": "vpc-1", "region": region}, "the id is not one"),
        ({"kind": "subnet", "id": "s" * 16_385, "region": region}, "the id is not one"),
        ({"kind": "role", "id": "../user/ana", "region": region}, "unknown kind"),
        ({"kind": "role", "id": "Training\n", "region": region}, "unknown kind"),
        ({"kind": "rolePolicy", "id": "Training", "region": region}, "the id is not one"),
        ({"kind": "rolePolicy", "id": '{"RoleName": "Training"}', "region": region}, "the id is not one"),
        (
            {
                "kind": "rolePolicy",
                "id": '{"RoleName": "Training", "PolicyName": "S3", "Extra": "1"}',
                "region": region,
            },
            "the id is not one",
        ),
        ({"kind": "simulation", "id": "[" * 9000, "region": region}, "the id is not one"),
        ({"kind": "subnet", "id": "subnet-1", "region": "evil.example/"}, "not one of AWS"),
        ({"kind": "subnet", "id": "subnet-1", "region": "us-east-1\n"}, "not one of AWS"),
        ({"kind": "subnet", "id": 7, "region": region}, "needs the texts"),
        ("subnet-1", "not an object"),
    ],
)
def test_refuses_what_is_not_a_question_of_the_table(server: Server, question: object, problem: str) -> None:
    answer = ask(server, question)
    assert answer.status == 400
    assert problem in answer.text


@pytest.mark.parametrize(
    "more",
    [
        {"deadline": 0},
        {"deadline": 10**9},
        {"deadline": True},
        {"deadline": "soon"},
        {"profile": "a\nb"},
        {"profile": ["x"]},
        {"region": "http://evil.example"},
    ],
)
def test_refuses_settings_that_are_not_plain(server: Server, more: dict[str, object]) -> None:
    assert ask(server, **more).status == 400


def test_refuses_too_many_questions(server: Server) -> None:
    question = {"kind": "subnet", "id": "subnet-1", "region": region}
    assert ask(server, *[question] * 2001).status == 400


def test_refuses_a_body_that_is_no_object(server: Server) -> None:
    for body in ([], "x", {"questions": {}}, {}):
        assert server.request("sagemaker-preflight/facts", body).status == 400


def test_an_unknown_profile_is_an_answer(server: Server) -> None:
    [fact] = ask(server, {"kind": "subnet", "id": "subnet-1", "region": region}, profile="nobody").json[
        "facts"
    ]
    assert (fact["state"], fact["why"]) == ("unreadable", "no credentials")
    account = server.request("sagemaker-preflight/account?profile=nobody").json
    assert account["identity"]["why"] == "no credentials"
    assert "executionRole" not in account


def test_no_credential_leaves(server: Server) -> None:
    question = {"kind": "identity", "id": "", "region": region}
    secret = server.sample["env"]["AWS_SECRET_ACCESS_KEY"]
    for answer in (server.request("sagemaker-preflight/account"), ask(server, question)):
        assert f'"{secret}"' not in answer.text


def test_the_server_goes_on_while_aws_is_asked(server: Server) -> None:
    questions = [{"kind": "subnet", "id": f"subnet-{i:017x}", "region": region} for i in range(2000)]
    with ThreadPoolExecutor(2) as threads:
        asked = threads.submit(ask, server, *questions, deadline=30_000)
        assert server.request("api/status").status == 200
        facts = asked.result().json["facts"]
    assert [fact["state"] for fact in facts] == ["absent"] * 2000

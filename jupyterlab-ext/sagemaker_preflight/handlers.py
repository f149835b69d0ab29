"""
The endpoints, all only for the user of the server (token or cookie, and XSRF as in all of Jupyter), and where the server
has an authorizer, for whom it lets read the resource "sagemaker_preflight":

    GET  sagemaker-preflight/account?profile=&region=
         → AccountDescription
    POST sagemaker-preflight/facts {"questions": [Question], "deadline"?: ms, "profile"?, "region"?}
         → {"facts": [Fact]}
    GET  sagemaker-preflight/sdk-defaults
         → {"places": SdkDefaultsPlaces, "files": {path: FileAnswer}}
    GET  sagemaker-preflight/policy?path=
         → {"files": [{"path", "text", "of"?: "machine"}], "unreadable": [{"path", "why"}]}, the machine's file first
    GET  sagemaker-preflight/profiles
         → {"profiles": [name], "own"?: name, "why"?}: names only; own is asked with where the user chooses none

The types are those of `core/src/account` and `core/src/files`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, TypeVar

from jupyter_server.auth import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from .execution_role import execution_role
from .policy_files import machine_policy, nearest_policy
from .profiles import available_profiles
from .reader import AccountReader, Readers
from .reads import Question, RequestError, parse_names, parse_question, reads_table
from .sdk_defaults import sdk_defaults

longest_deadline = 60_000
default_deadline = 10_000

T = TypeVar("T")


class _ReaderHandler(APIHandler):
    auth_resource = "sagemaker_preflight"

    def reader(self, profile: object, region: object) -> AccountReader:
        readers: Readers = self.settings["sagemaker_preflight_readers"]
        try:
            return readers.get(*parse_names(profile, region))
        except RequestError as error:
            raise web.HTTPError(400, reason=str(error)) from None

    async def in_thread(self, work: Callable[[], T]) -> T:
        threads = self.settings["sagemaker_preflight_threads"]
        return await asyncio.get_running_loop().run_in_executor(threads, work)


class AccountHandler(_ReaderHandler):
    @web.authenticated
    @authorized("read")
    async def get(self) -> None:
        reader = self.reader(self.get_query_argument("profile", ""), self.get_query_argument("region", ""))
        description = await self.in_thread(reader.describe)
        role = execution_role(reader.has_profile or self._kernels_are_elsewhere())
        self.finish(json.dumps({**description, **({"executionRole": role} if role else {})}))

    def _kernels_are_elsewhere(self) -> bool:
        gateway = getattr(self.serverapp, "gateway_config", None)
        return bool(getattr(gateway, "gateway_enabled", False))


class FactsHandler(_ReaderHandler):
    @web.authenticated
    @authorized("read")
    async def post(self) -> None:
        body: Any = self.get_json_body()
        try:
            questions, deadline = _parse(body)
        except RequestError as error:
            raise web.HTTPError(400, reason=str(error)) from None
        reader = self.reader(body.get("profile", ""), body.get("region", ""))
        facts = await self.in_thread(lambda: reader.answer(questions, deadline))
        self.finish(json.dumps({"facts": facts}))


class ProfilesHandler(_ReaderHandler):
    @web.authenticated
    @authorized("read")
    async def get(self) -> None:
        readers: Readers = self.settings["sagemaker_preflight_readers"]
        own = {"own": readers.profile} if readers.profile else {}
        self.finish(json.dumps({**await self.in_thread(available_profiles), **own}))


class SdkDefaultsHandler(_ReaderHandler):
    @web.authenticated
    @authorized("read")
    async def get(self) -> None:
        self.finish(json.dumps(await self.in_thread(sdk_defaults)))


class PolicyHandler(_ReaderHandler):
    @web.authenticated
    @authorized("read")
    async def get(self) -> None:
        """`path` is a document's, as the contents API has it; without one it is the machine's policy alone."""
        path = self.get_query_argument("path", None)
        found = [
            await self.in_thread(machine_policy),
            None if path is None else await nearest_policy(self.contents_manager, path),
        ]
        self.finish(
            json.dumps(
                {
                    "files": [one for one in found if one and "text" in one],
                    "unreadable": [one for one in found if one and "why" in one],
                }
            )
        )


def _parse(body: Any) -> tuple[list[Question], float]:
    if not isinstance(body, dict) or not isinstance(body.get("questions"), list):
        raise RequestError("the body is not an object with a list of questions")
    asked = body["questions"]
    if len(asked) > reads_table.max_questions:
        raise RequestError(f"more than {reads_table.max_questions} questions at a time")
    deadline = body.get("deadline", default_deadline)
    if isinstance(deadline, bool) or not isinstance(deadline, int | float):
        raise RequestError("deadline is not a number of milliseconds")
    if not 0 < deadline <= longest_deadline:
        raise RequestError(f"deadline is not between 0 and {longest_deadline} ms")
    return [parse_question(question) for question in asked], float(deadline)

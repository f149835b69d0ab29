"""
Answers questions about one account with the server's own credentials, as `core/aws` does.

As a program it answers one request: `{"questions", "deadline"}` on standard input, `{"facts"}` on output.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import Any

from .execute_read import Absent, Failed, Outcome, Present, Task, tasks_of
from .reads import Question, Read, RequestError, parse_question, reads_table
from .session import Session
from .unreadable import DeadlineError, why_unreadable

Fact = dict[str, Any]

_max_calls = 8
_describe_deadline = 10_000
# Seconds for which the caller's account number, or that it cannot be told, is taken as current.
_account_life = 60.0
# Seconds that answers wait for it: in a VPC without a way to STS they would wait for nothing.
_account_patience = 1.0
# Where the identity is asked when no region is known; STS answers the same everywhere in a partition.
_sts_region = "us-east-1"


class Readers:
    """One reader for each profile and region that is asked for, so that clients and credentials are kept."""

    def __init__(self, profile: str = "", region: str = "") -> None:
        self._profile = profile
        self._region = region
        self._readers: dict[tuple[str, str], AccountReader] = {}
        self._lock = threading.Lock()

    @property
    def profile(self) -> str:
        """The one that is asked with where the user's settings name none; empty: what the environment has."""
        return self._profile

    def get(self, profile: str, region: str) -> AccountReader:
        key = (profile or self._profile, region or self._region)
        with self._lock:
            if key not in self._readers:
                if len(self._readers) >= 32:  # a client that makes up names does not fill the memory
                    self._readers.clear()
                self._readers[key] = AccountReader(*key)
            return self._readers[key]


class AccountReader:
    def __init__(self, profile: str = "", region: str = "") -> None:
        self._profile = profile
        self._region = region
        self._session = Session(profile)
        self._account: tuple[Session, float, str] | None = None

    @property
    def has_profile(self) -> bool:
        """It asks with a profile that somebody chose for it, not with what the environment has."""
        return self._profile != ""

    def describe(self) -> dict[str, Any]:
        """AccountDescription. Reads credentials and config files anew: whoever logs in again is seen here."""
        session = self._session = Session(self._profile)
        region = self._region or session.region()
        [group] = _groups([Question("identity", "", region or _sts_region)])
        [identity] = self._ask(session, [group], _describe_deadline).values()
        description: dict[str, Any] = {"identity": self._noted(session, identity)}
        profile = self._profile or os.environ.get("AWS_PROFILE", "")
        optional = {"region": region, "profile": profile, "endpoint": session.foreign_endpoint()}
        description.update({name: value for name, value in optional.items() if value})
        return description

    def answer(self, questions: list[Question], deadline: float) -> list[Fact]:
        """One fact for each question, in the same order. deadline: milliseconds for all of them together."""
        if not questions:
            return []
        session = self._session
        who = Question("identity", "", questions[0].region)
        account = self._known_account(session)
        groups = _groups(questions if account is not None else [*questions, who])
        facts = self._ask(session, groups, deadline)
        if account is None:
            account = str(self._noted(session, facts[who])["read"]["account"])
        return [
            {**facts[question], "read": {**facts[question]["read"], "account": account}}
            for question in questions
        ]

    def _ask(self, session: Session, groups: list[_Group], deadline: float) -> dict[Question, Fact]:
        asked = [
            (group, task)
            for group in groups
            for task in tasks_of(group.read, group.ids, session.caller(group.read.service, group.region))
        ]
        futures = _start([task for _, task in asked])
        end = time.monotonic() + deadline / 1000
        is_identity = [group.read.kind == "identity" for group, _ in asked]
        others = [future for future, is_who in zip(futures, is_identity, strict=True) if not is_who]
        wait(others, timeout=deadline / 1000)
        patience = _account_patience if others else deadline / 1000
        wait(futures, timeout=max(0.0, min(patience, end - time.monotonic())))
        for future in futures:
            future.cancel()  # what is under way ends by its own timeout
        facts: dict[Question, Fact] = {}
        for (group, task), future in zip(asked, futures, strict=True):
            for id_, outcome in zip(task.ids, _outcomes(task, future), strict=True):
                facts[Question(group.read.kind, id_, group.region)] = _to_fact(outcome, group)
        return facts

    def _known_account(self, session: Session) -> str | None:
        if self._account is None:
            return None
        of, read_at, account = self._account
        return account if of is session and time.monotonic() < read_at + _account_life else None

    def _noted(self, session: Session, identity: Fact) -> Fact:
        account = str(identity["value"].get("Account", "")) if identity["state"] == "present" else ""
        self._account = (session, time.monotonic(), account)
        return {**identity, "read": {**identity["read"], "account": account}}


@dataclass(frozen=True)
class _Group:
    """The questions that one row of the table answers in one region, each id once."""

    read: Read
    region: str
    ids: list[str]


def _groups(questions: list[Question]) -> list[_Group]:
    groups: dict[tuple[int, str], _Group] = {}
    for question in dict.fromkeys(questions):
        read = reads_table.read_for(question)
        if read is None:
            raise RequestError("a question is of an unknown kind")
        group = groups.setdefault((id(read), question.region), _Group(read, question.region, []))
        group.ids.append(question.id)
    return list(groups.values())


def _start(tasks: list[Task]) -> list[Future[list[Outcome]]]:
    """Runs the tasks, `_max_calls` at a time, in threads that do not hold up the end of the process."""
    futures: list[Future[list[Outcome]]] = [Future() for _ in tasks]
    waiting = iter(list(zip(tasks, futures, strict=True)))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                task, future = next(waiting, (None, None))
            if task is None or future is None:
                return
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(task.run())
            except BaseException as error:  # it belongs to whoever reads the future
                future.set_exception(error)

    for _ in range(min(_max_calls, len(tasks))):
        threading.Thread(target=work, name="sagemaker-preflight-call", daemon=True).start()
    return futures


def _outcomes(task: Task, future: Future[list[Outcome]]) -> list[Outcome]:
    # Also a thread that is still at it: from here on nobody waits for it.
    error = future.exception() if future.done() and not future.cancelled() else DeadlineError()
    return future.result() if error is None else [Failed(error)] * len(task.ids)


def _to_fact(outcome: Outcome, group: _Group) -> Fact:
    read = {
        "call": group.read.call,
        "account": "",
        "region": group.region,
        "readAt": time.time_ns() // 1_000_000,
    }
    match outcome:
        case Present(value):
            return {"state": "present", "value": value, "read": read}
        case Absent():
            return {"state": "absent", "read": read}
        case Failed(error):
            why, detail = why_unreadable(error)
            action = group.read.action
            return {"state": "unreadable", "why": why, "action": action, "detail": detail, "read": read}


def main() -> None:
    request = json.load(sys.stdin)
    questions = [parse_question(question) for question in request["questions"]]
    facts = AccountReader().answer(questions, request.get("deadline", 10_000))
    json.dump({"facts": facts}, sys.stdout)


if __name__ == "__main__":
    main()

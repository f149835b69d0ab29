"""Executes rows of the reads table, as `core/aws/execute-read.ts` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

from .reads import Read

Call = Callable[[str, dict[str, Any]], dict[str, Any]]
Item = dict[str, Any]


@dataclass(frozen=True)
class Present:
    value: Any


@dataclass(frozen=True)
class Absent:
    pass


@dataclass(frozen=True)
class Failed:
    error: BaseException


Outcome = Present | Absent | Failed


@dataclass(frozen=True)
class Task:
    """One call, with all its pages. What it raises spoils only the ids that it asks for."""

    ids: list[str]
    run: Callable[[], list[Outcome]]
    """One outcome for each of the ids, in the same order."""


def tasks_of(read: Read, ids: list[str], call: Call) -> list[Task]:
    match read.ask["by"]:
        case "list":
            return [Task(ids, lambda: [Present(_list_or_response(read, call))] * len(ids))]
        case "search":
            return [Task(ids, lambda: _search(read, ids, call))]
        case "parameter" | "parameters":
            return [Task([id_], lambda id_=id_: [_by_parameter(read, id_, call)]) for id_ in ids]  # type: ignore[misc]
        case _:
            size = read.ask["batch"]
            batches = [ids[start : start + size] for start in range(0, len(ids), size)]
            return [Task(batch, lambda batch=batch: _by_filter(read, batch, call)) for batch in batches]  # type: ignore[misc]


def _list_or_response(read: Read, call: Call) -> Any:
    return _pages(read, {}, call) if read.items else _picked(read, call(read.operation, {}))


def _search(read: Read, ids: list[str], call: Call) -> list[Outcome]:
    members = read.ask["members"]

    def item_of(items: list[Item], id_: str) -> Item | None:
        return next((item for item in items if any(item.get(member) == id_ for member in members)), None)

    items = _pages(read, {}, call, lambda so_far: all(item_of(so_far, id_) is not None for id_ in ids))
    return [_found(item_of(items, id_)) for id_ in ids]


def _by_parameter(read: Read, id_: str, call: Call) -> Outcome:
    request = read.input_of(id_)
    try:
        if read.ask.get("answer") == "every":
            return Present(_pages(read, request, call))
        response = call(read.operation, {**read.input, **request})
    except ClientError as error:
        if not any(_says_absent(one, error) for one in read.absent):
            raise
        if read.bodiless and not _has_request_id(error.response):
            raise UnexpectedAnswerError(read) from error
        return Absent()
    if read.bodiless and not _has_request_id(response):
        raise UnexpectedAnswerError(read)
    return Present(_picked(read, _items_in(read, response) if read.items else response))


def _has_request_id(response: Mapping[str, Any]) -> bool:
    """Which AWS sends with each answer, and somebody on the way does not."""
    headers = response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    return any(headers.get(f"{name}-id") for name in ("x-amz-request", "x-amzn-request")) or bool(
        headers.get("x-amzn-requestid")
    )


def _says_absent(absent: str, error: ClientError) -> bool:
    """absent: `CODE`, or `CODE: PATTERN` of the message."""
    code, _, pattern = absent.partition(": ")
    told = error.response.get("Error", {})
    return told.get("Code") == code and re.search(pattern, told.get("Message", "")) is not None


def _by_filter(read: Read, ids: list[str], call: Call) -> list[Outcome]:
    parameter = read.ask.get("parameter", "Filters")
    items = _pages(read, {parameter: [{"Name": read.ask["filter"], "Values": ids}]}, call)
    member, answer = read.ask["member"], read.ask["answer"]
    if any(not isinstance(item.get(member), str) for item in items):
        raise UnexpectedAnswerError(read)
    own = [[item for item in items if item.get(member) == id_] for id_ in ids]
    return [Present(of_id) if answer == "every" else _found(of_id[0] if of_id else None) for of_id in own]


def _found(item: Item | None) -> Outcome:
    return Absent() if item is None else Present(item)


def _pages(
    read: Read,
    request: dict[str, Any],
    call: Call,
    is_enough: Callable[[list[Any]], bool] = lambda _items: False,
) -> list[Any]:
    """The items of all pages, or of as many as are enough, cut to the members of the table."""
    items: list[Any] = []
    tokens: set[str] = set()
    token = ""
    while True:
        page = {**read.input, **request}
        if read.pages is not None:
            page[read.pages["sizeParameter"]] = read.pages["size"]
            if token:
                page[read.pages["to"]] = token
        response = call(read.operation, page)
        found = _items_in(read, response)
        if not isinstance(found, list):
            raise UnexpectedAnswerError(read)
        items.extend(_picked(read, item) for item in found)
        if is_enough(items):
            return items
        token = response.get(read.pages["from"], "") if read.pages is not None else ""
        if not token:
            return items
        if token in tokens:
            raise RuntimeError(f"{read.operation} answered the same page token twice.")
        tokens.add(token)


class UnexpectedAnswerError(Exception):
    def __init__(self, read: Read) -> None:
        what = read.items or "what shows that AWS answered"
        super().__init__(f"{read.operation} answered without {what}.")


def _items_in(read: Read, response: dict[str, Any]) -> Any:
    """What AWS answers with, also where there is nothing; an answer without it is somebody else's, a proxy's perhaps."""
    items = response.get(read.items)
    if items is None:
        raise UnexpectedAnswerError(read)
    return items


def _picked(read: Read, item: Any) -> Any:
    """A text stays as it is; of an object what the table keeps."""
    if isinstance(item, str):
        return item
    return _members({name: item.get(name) for name in read.pick}, frozenset(read.omit))


def _members(item: Item, omit: frozenset[str]) -> Item:
    return {
        name: _plain(value, omit)
        for name, value in item.items()
        if value is not None and value != [] and name not in omit
    }


def _plain(value: Any, omit: frozenset[str]) -> Any:
    """As JSON has it: dates as ISO 8601 in UTC, to the second."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case list():
            return [_plain(item, omit) for item in value]
        case dict():
            return _members(value, omit)
        case _:
            return value

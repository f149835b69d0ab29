"""The reads table, and what may be asked by it. `core/src/account/reads.ts` tells its meaning."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any


class RequestError(ValueError):
    """A request that is not in order; the message is for the client. Nothing was asked of AWS."""


@dataclass(frozen=True)
class Question:
    kind: str
    id: str
    region: str


@dataclass(frozen=True)
class Read:
    """One row of the table: the one call that answers a kind of question."""

    kind: str
    service: str
    operation: str
    action: str
    ask: dict[str, Any]
    items: str
    pick: list[str]
    absent: list[str]
    life: int
    input: dict[str, str] = field(default_factory=dict)
    bodiless: bool = False
    omit: list[str] = field(default_factory=list)
    pages: dict[str, Any] | None = None
    pace: str | None = None
    onlyIds: str | None = None  # noqa: N815 (as in the table)

    def takes(self, id_: str) -> bool:
        """Whether the id is one that the row takes."""
        if len(id_) > reads_table.max_id_length or (self.ask["by"] == "list") != (id_ == ""):
            return False
        return self.ask["by"] != "parameters" or _parts(id_, self.ask["parameters"]) is not None

    def input_of(self, id_: str) -> dict[str, Any]:
        """The parameters that an id stands for, of a row that asks by them."""
        if self.ask["by"] == "parameter":
            return {self.ask["parameter"]: [id_] if self.ask.get("isList") else id_}
        parts = _parts(id_, self.ask["parameters"])
        if parts is None:
            raise RequestError("an id has not the parts that the table names")
        return parts

    @property
    def call(self) -> str:
        return f"{self.service}:{self.operation}"

    def answers(self, question: Question) -> bool:
        return self.kind == question.kind and (
            self.onlyIds is None or re.search(self.onlyIds, question.id) is not None
        )


class ReadsTable:
    def __init__(self, table: dict[str, Any]) -> None:
        self.region = re.compile(table["regionPattern"])
        self.max_id_length: int = table["maxIdLength"]
        self.max_questions: int = table["maxQuestions"]
        self.reads = [Read(**read) for read in table["reads"]]

    def read_for(self, question: Question) -> Read | None:
        return next((read for read in self.reads if read.answers(question)), None)


reads_table = ReadsTable(json.loads(files(__package__).joinpath("reads.json").read_text()))


def parse_question(question: Any) -> Question:
    """Raises RequestError for what is not a question of the table."""
    if not isinstance(question, dict):
        raise RequestError("a question is not an object")
    kind, id_, region = (question.get(name) for name in ("kind", "id", "region"))
    if not isinstance(kind, str) or not isinstance(id_, str) or not isinstance(region, str):
        raise RequestError("a question needs the texts kind, id and region")
    asked = Question(kind, id_, region)
    read = reads_table.read_for(asked)
    if read is None:
        raise RequestError("a question is of an unknown kind")
    if not read.takes(id_):
        raise RequestError(f"the id is not one for a question of kind {read.kind}")
    if reads_table.region.fullmatch(region) is None:
        raise RequestError("a region is not one of AWS")
    return asked


def _parts(id_: str, shape: dict[str, Any]) -> dict[str, Any] | None:
    """The parts of an id that is a JSON object of the shape."""
    try:
        parts = json.loads(id_)
    except (ValueError, RecursionError):
        return None
    return parts if _fits(parts, shape) else None


def _fits(value: Any, shape: Any) -> bool:
    """As `core/src/account/id-parts.ts` has it."""
    match shape:
        case "text":
            return isinstance(value, str) and value != ""
        case [of_items]:
            return isinstance(value, list) and all(_fits(item, of_items) for item in value)
        case _:
            return (
                isinstance(value, dict)
                and value.keys() == shape.keys()
                and all(_fits(value[name], of_member) for name, of_member in shape.items())
            )


_profile_name = re.compile(r"[\w.@+/: -]{1,128}")


def parse_names(profile: object, region: object) -> tuple[str, str]:
    """The names of a profile and a region, empty for the server's own; they are never more than names."""
    if not isinstance(profile, str) or not isinstance(region, str):
        raise RequestError("profile and region are texts")
    if profile and _profile_name.fullmatch(profile) is None:
        raise RequestError("the profile is not a name")
    if region and reads_table.region.fullmatch(region) is None:
        raise RequestError("the region is not one of AWS")
    return profile, region

import assert from "node:assert/strict";
import { evaluatePython, show } from "../../support/evaluate-python.js";

/** What is known of `x` after the code, and of `g`. Where it is known, it is what pydantic 2.14 gave. */
const table: Readonly<Record<string, readonly [code: string, x: string, g?: string]>> = {
  plain: [
    `class S(BaseModel):\n    subnets: List[str]\n    groups: List[str] = ["g"]\ns = S(subnets=["a1"])\nx = s.subnets\ng = s.groups`,
    `["a1"]`,
    `["g"]`,
  ],
  "optional given none": [
    `class S(BaseModel):\n    subnets: Optional[List[str]] = None\nx = S().subnets\ng = S(subnets=None).subnets`,
    `null`,
    `null`,
  ],
  pipe: [
    `class S(BaseModel):\n    subnets: list[str] | None = None\nx = S(subnets=["a1"]).subnets`,
    `["a1"]`,
  ],
  "copy of given": [
    `ids = ["a1"]\nclass S(BaseModel):\n    subnets: list[str]\ns = S(subnets=ids)\nids.append("a2")\nx = s.subnets`,
    `["a1"]`,
  ],
  "copy of default": [
    `class S(BaseModel):\n    subnets: list[str] = ["a1"]\na = S()\na.subnets.append("a2")\nx = S().subnets\ng = a.subnets`,
    `["a1"]`,
    `["a1", "a2"]`,
  ],
  factory: [
    `class S(BaseModel):\n    subnets: list[str] = Field(default_factory=lambda: ["a1"])\n    n: int = Field(3, ge=1, description="x")\nx = S().subnets\ng = S().n`,
    `["a1"]`,
    `3`,
  ],
  validator: [
    `class S(BaseModel):\n    subnets: list[str]\n    @field_validator("subnets")\n    @classmethod\n    def v(cls, value):\n        return value + ["a2"]\nx = S(subnets=["a1"]).subnets`,
    `?`,
  ],
  "validator default": [
    `class S(BaseModel):\n    subnets: list[str] = ["a0"]\n    @field_validator("subnets")\n    @classmethod\n    def v(cls, value):\n        return value + ["a2"]\nx = S(subnets=["a1"]).subnets\ng=S().subnets`,
    `? | ["a0"]`,
    `? | ["a0"]`,
  ],
  config: [
    `class S(BaseModel):\n    model_config = ConfigDict(str_to_upper=True)\n    name: str = "a"\nx = S(name="b").name`,
    `? | "a"`,
  ],
  "config class": [
    `class S(BaseModel):\n    name: str = "a"\n    class Config:\n        str_to_upper = True\nx = S(name="b").name`,
    `? | "a"`,
  ],
  nested: [
    `class Net(BaseModel):\n    subnets: list[str]\nclass S(BaseModel):\n    net: Net\n    name: str\ns = S(net={"subnets": ["a1"]}, name="n")\nx = s.net.subnets\ng = s.model_dump()`,
    `["a1"]`,
    `{net: {subnets: ["a1"]}, name: "n"}`,
  ],
  "nested instance": [
    `class Net(BaseModel):\n    subnets: list[str]\nclass S(BaseModel):\n    net: Net\nn = Net(subnets=["a1"])\ns = S(net=n)\nn.subnets.append("a2")\nx = s.net.subnets`,
    `["a1", "a2"]`,
  ],
  "list of models": [
    `class Net(BaseModel):\n    id: str\nclass S(BaseModel):\n    nets: List[Net]\ns = S(nets=[{"id": "a1"}, Net(id="a2")])\nx = [n.id for n in s.nets]`,
    `["a1", "a2"]`,
  ],
  coerced: [
    `class S(BaseModel):\n    n: int\n    t: list[str]\n    f: float\ns = S(n="3", t=("a",), f=1)\nx = [s.n, s.t, s.f]`,
    `[?, ["a"], ?]`,
  ],
  validate: [
    `class S(BaseModel):\n    subnets: list[str]\nx = S.model_validate({"subnets": ["a1"], "extra": 1}).subnets`,
    `["a1"]`,
  ],
  extra: [
    `class S(BaseModel):\n    subnets: list[str] = ["a1"]\ns = S(extra=1)\nx = s.subnets\ng = hasattr(s, "extra")`,
    `["a1"]`,
    `?`,
  ],
  "dump none": [
    `class S(BaseModel):\n    a: Optional[str] = None\n    b: str = "b"\nx = S().model_dump(exclude_none=True)\ng = S().model_dump(exclude={"a"})`,
    `{b: "b"}`,
    `?`,
  ],
  "dump copied": [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\ns = S()\nd = s.model_dump()\nd["ids"].append("a2")\nx = s.ids\ng = d`,
    `["a1"]`,
    `{ids: ["a1", "a2"]}`,
  ],
  inherit: [
    `class A(BaseModel):\n    a: str = "a"\nclass B(A):\n    b: str = "b"\n    a: str = "c"\nx = B().a\ng = B(b="d").model_dump()`,
    `"c"`,
    `{a: "c", b: "d"}`,
  ],
  assigned: [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\ns = S()\ns.ids = ["a2"]\nx = s.ids`,
    `["a2"]`,
  ],
  method: [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\n    def both(self):\n        return self.ids + ["m"]\n    @property\n    def first(self):\n        return self.ids[0]\nx = S().both()\ng = S().first`,
    `["a1", "m"]`,
    `"a1"`,
  ],
  "post init": [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\n    def model_post_init(self, context):\n        self.ids.append("a2")\nx = S().ids`,
    `? | ["a1"]`,
  ],
  "own init": [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\n    def __init__(self, **kw):\n        super().__init__(ids=["a2"])\nx = S().ids`,
    `? | ["a1"]`,
  ],
  "copy update": [
    `class S(BaseModel):\n    ids: list[str] = ["a1"]\nx = S().model_copy(update={"ids": ["a2"]}).ids`,
    `?`,
  ],
  any: [
    `class S(BaseModel):\n    ids: Any = None\nl = ["a1"]\ns = S(ids=l)\nl.append("a2")\nx = s.ids`,
    `["a1", "a2"]`,
  ],
  literal: [
    `class S(BaseModel):\n    stage: Literal["dev", "prod"] = "dev"\nx = S(stage="prod").stage\ng = S().stage`,
    `"prod"`,
    `"dev"`,
  ],
  "bare list": [
    `class S(BaseModel):\n    ids: list\nl = ["a1"]\ns = S(ids=l)\nl.append("a2")\nx = s.ids`,
    `?`,
  ],
  private: [
    `class S(BaseModel):\n    _a: str = "a"\n    b: str = "b"\nx = S().b\ng = S()._a`,
    `? | "b"`,
    `? | "a"`,
  ],
  "expanded open": [
    `import os\nclass S(BaseModel):\n    a: str = "a"\n    b: str = "b"\nx = S(**{"a": "c"}).a\ng = S(**{"a": "c"}).b`,
    `"c"`,
    `"b"`,
  ],
  "dict field": [
    `class S(BaseModel):\n    tags: Dict[str, str] = {}\ns = S(tags={"k": "v"})\nx = s.tags\ng = S().tags`,
    `{k: "v"}`,
    `{}`,
  ],
  "mutable given in nested default": [
    `class N(BaseModel):\n    ids: list[str] = ["a1"]\nclass S(BaseModel):\n    n: N = N()\na = S()\na.n.ids.append("a2")\nx = S().n.ids\ng = a.n.ids`,
    `?`,
    `?`,
  ],
  "by default factory class": [
    `class N(BaseModel):\n    ids: list[str] = ["a1"]\nclass S(BaseModel):\n    n: N = Field(default_factory=N)\na = S()\na.n.ids.append("a2")\nx = S().n.ids\ng = a.n.ids`,
    `["a1"]`,
    `["a1", "a2"]`,
  ],
  "forward ref": [
    `class S(BaseModel):\n    n: "N"\nclass N(BaseModel):\n    ids: list[str]\nS.model_rebuild()\nx = S(n={"ids": ["a1"]}).n.ids`,
    `?`,
  ],
  "bool as int": [
    `class S(BaseModel):\n    n: int\n    b: bool\ns = S(n=True, b=1)\nx = [s.n, s.b]`,
    `[?, ?]`,
  ],
  kwargs: [
    `class Net(BaseModel):\n    subnets: list[str]\n    security_group_ids: list[str]\ndef f(**k): return k\nx = f(**Net(subnets=["a1"], security_group_ids=["g"]).model_dump())`,
    `{subnets: ["a1"], security_group_ids: ["g"]}`,
  ],
};

const imports = `from harness import probe, opaque
from pydantic import BaseModel, ConfigDict, Field, field_validator
from typing import Any, Dict, List, Literal, Optional
`;

describe("classes that are pydantic models", () => {
  for (const [name, [code, x, g]] of Object.entries(table)) {
    it(name, () => {
      const names = g === undefined ? ["x"] : ["x", "g"];
      const probes = evaluatePython(
        `${imports}${code}\n${names.map((one) => `probe("${one}", ${one})`).join("\n")}`,
      );
      assert.deepEqual(
        probes?.map(({ value }) => show(value)),
        g === undefined ? [x] : [x, g],
      );
    });
  }
});

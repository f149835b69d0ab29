import assert from "node:assert/strict";
import { admits } from "../../support/admits.js";
import { evaluatePython, show } from "../../support/evaluate-python.js";
import { runPython } from "../../support/run-python.js";

/** A program whose probes are all known, or the labels of those that are not. */
type Case = readonly [program: string, unknown?: readonly string[]];

const cases: Readonly<Record<string, Case>> = {
  "a dataclass, its defaults and what makes them": [
    `from dataclasses import dataclass, field, asdict, replace
@dataclass
class Net:
    subnets: list = field(default_factory=lambda: ["a"])
    groups: list = field(default_factory=list)
@dataclass(frozen=True)
class Job:
    name: str
    net: Net
    count: int = 1
    limit = 5
job = Job("n", Net(groups=["g"]))
probe("count", job.count)
probe("subnets", job.net.subnets)
probe("dict", asdict(job))
other = replace(job, count=job.count + 1)
other.net.subnets.append("b")
probe("shared", job.net.subnets)
probe("copied", asdict(job)["net"])
probe("replaced", other.count)
probe("class", Job.count)
probe("limit", Job.limit)
probe("no default of its own", Net().groups)`,
  ],
  "a dataclass below another, with what it does afterwards": [
    `import dataclasses
@dataclasses.dataclass
class Base:
    kind: str = "base"
    size: int = 1
    def __post_init__(self):
        self.twice = self.size * 2
@dataclasses.dataclass
class Job(Base):
    kind: str = "job"
    key: str = dataclasses.field(default="k", kw_only=True)
    made: int = dataclasses.field(init=False, default=7)
    @property
    def label(self): return f"{self.kind}-{self.size}"
class Special(Job):
    def __init__(self, **kw):
        super().__init__(size=3, **kw)
        self.special = True
probe("a", dataclasses.asdict(Job(size=2)))
probe("b", vars(Job("x", 4, key="z")).copy())
s = Special(key="own")
probe("c", s.label)
probe("d", s.twice)
probe("e", dict(vars(s)))
probe("f", {**s.__dict__, "g": s.made})`,
  ],
  "named tuples": [
    `from collections import namedtuple
from typing import NamedTuple
Job = namedtuple("Job", "type, count size", defaults=[30])
class Net(NamedTuple):
    subnets: list
    private: bool = True
    def both(self): return [*self.subnets, "z"]
job, net = Job("t", 1), Net(["a"])
probe("attribute", job.size)
probe("dict", job._asdict())
probe("replaced", job._replace(size=9)._asdict())
kind, count, size = job
probe("unpacked", [kind, count, size])
probe("index", job[-1])
probe("list", list(net))
probe("method", net.both())
probe("keyword", Net(subnets=[1], private=False)._asdict())
probe("names", Job(**{"type": "u", "count": 2}).count)`,
  ],
  "members of an Enum": [
    `from enum import Enum
class Size(str, Enum):
    SMALL = "s"
    LARGE = "l"
class Stage(Enum):
    DEV = {"n": 1}
    PROD = {"n": 2}
    PRODUCTION = {"n": 2}
    def half(self): return self.value["n"] / 2
stage = Stage.PROD
probe("value", stage.value["n"])
probe("name", stage.name)
probe("by name", Size["LARGE"].value)
probe("equal to its value", Size.SMALL == "s")
probe("not equal to it", [1, 2][Stage.DEV == {"n": 1}] if not isinstance(Stage.DEV == {"n": 1}, str) else 0)
probe("the same", stage is Stage.PROD)
probe("another", Size.SMALL == Size.LARGE)
probe("method", Stage.DEV.half())
class Colour(Enum):
    RED = 1
    BLUE = 2
probe("no number", Colour.RED == 1)
probe("no other", Colour.RED is Colour.BLUE)`,
    ["not equal to it"],
  ],
  "namespaces and folds": [
    `from types import SimpleNamespace
from functools import reduce, partial
from itertools import chain, product
ns = SimpleNamespace(**{"a": 1, "b": [2]})
ns.c = 3
probe("attribute", ns.b)
probe("dict", dict(vars(ns)))
probe("keys", [k for k in vars(ns).keys()])
probe("reduce", reduce(lambda a, b: {**a, **b}, [{"x": 1}, {"y": 2}, {"x": 3}], {}))
probe("reduce without a start", reduce(lambda a, b: a + b, ["a", "b"]))
probe("chain", list(chain([1], (2, 3))))
probe("flat", list(chain.from_iterable([[1], [2]])))
probe("product", [f"{a}{b}" for a, b in product("ab", [1, 2])])
def make(**kw): return kw
probe("partial", partial(make, z=1)(y=2))`,
  ],
  "names that a test leaves less to": [
    `flag = opaque() == "never"
a = "set" if flag else None
def chosen(value, other="other"):
    if value is None:
        return other
    return [value]
probe("after a return", chosen(a) if a is not None else "none")
b = a or "default"
probe("or", b)
probe("and", a and "both")
c = None if flag else ["x"]
if c is None or not c:
    c = ["y"]
c.append("z")
probe("filled", c)
for item in [a]:
    if not item:
        continue
    probe("after continue", item)
if a and (a := None) is None:
    probe("assigned meanwhile", a)
d = [1] if flag else []
if d and (d.clear() or True):
    probe("cleared meanwhile", d)`,
    ["assigned meanwhile", "cleared meanwhile"],
  ],
  "what may be set later is not claimed": [
    `from dataclasses import dataclass, asdict
@dataclass
class Job:
    items: list
job = Job([1])
vars(job)["items"] = "gone"
probe("set through vars", job.items)
other = Job([2])
opaque(other)
probe("handed on", asdict(other))`,
    ["set through vars", "handed on"],
  ],
};

describe("classes and values that Python's own modules make", () => {
  const names = Object.keys(cases);
  const python = runPython(
    names.map((name) => `from harness import probe, opaque\n${cases[name]?.[0] ?? ""}`),
  );
  for (const [index, name] of names.entries()) {
    it(`knows of ${name} what Python computes`, () => {
      const [program = "", unknown = []] = cases[name] ?? [];
      const probes = evaluatePython(`from harness import probe, opaque\n${program}`);
      const seen = python[index] ?? [];
      assert.ok(seen.length > 0, "Python ran it");
      for (const [label, actual] of seen) {
        const value = probes?.find((one) => one.label === label)?.value;
        assert.ok(value);
        assert.ok(admits(value, actual), `${label}: ${show(value)}, Python has ${JSON.stringify(actual)}`);
        if (!unknown.includes(label)) assert.ok(!show(value).includes("?"), `${label}: ${show(value)}`);
      }
    });
  }
});

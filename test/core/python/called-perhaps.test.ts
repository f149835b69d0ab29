import assert from "node:assert/strict";
import { evaluatePython, show } from "../../support/evaluate-python.js";
import { runPython } from "../../support/run-python.js";

/** What only a run tells decides in each of them; what is probed is known all the same. */
const programs: Readonly<Record<string, string>> = {
  "a list that may be None": `
x = [1] if len(sys.argv) >= 0 else None
y = [2]
x.append(y)
y.append(3)
probe("y", y)`,
  "a function that is None on a branch": `
def change(items):
    items.append(2)
f = change if len(sys.argv) >= 0 else None
y = [1]
f(y)
probe("y", y)`,
  "what is set of an object, or put into a dict, that may be None": `
class Settings:
    kind = "a"
x = Settings() if len(sys.argv) >= 0 else None
x.kind = "b"
y = dict(a=1) if len(sys.argv) >= 0 else None
y["b"] = 2
y["a"] += 4
def given(**more):
    return more
probe("x", x.kind)
probe("y", [y["a"], given(**y)["b"]])`,
  "a text without its margin": `
import textwrap
probe("a", textwrap.dedent("""
    train:
      - a
        \\t
    \\tb
      """))
probe("b", textwrap.dedent("  a\\n\\n    b\\n c"))
probe("c", textwrap.dedent("\\ta\\n  b") + textwrap.dedent("") + textwrap.dedent("   "))`,
};

describe("what is called and may be None", () => {
  const texts = Object.values(programs).map((program) => `import sys\nfrom harness import probe${program}`);
  const ran = runPython(texts);
  for (const [index, name] of Object.keys(programs).entries())
    it(name, () => {
      const probes = evaluatePython(texts[index] ?? "");
      const known = probes?.map(({ label, value }) => [label, JSON.parse(show(value)) as unknown]);
      assert.deepEqual(known, ran[index]);
    });

  it("nothing is known of what is set where the exception is caught", () => {
    const [set] =
      evaluatePython(`import sys
from harness import probe
class Settings:
    kind = "a"
one = Settings()
x = one if len(sys.argv) >= 0 else None
try:
    x.kind = "b"
except AttributeError:
    pass
probe("one", one.kind)`) ?? [];
    assert.equal(set && show(set.value), '"b" | ? | "a"');
  });
});

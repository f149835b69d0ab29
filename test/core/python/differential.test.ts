import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Value } from "../../../core/src/python/value.js";
import { evaluatePython, show } from "../../support/evaluate-python.js";
import { randomProgram } from "../../support/random-python.js";

const programs = Number(process.env.PYTHON_PROGRAMS ?? 600);

/**
 * What the evaluator claims to know must be what Python computes. Random programs of the supported subset run in both;
 * `opaque()` gives Python a random value and changes the lists and dicts that it is handed.
 */
describe("the evaluator and Python", () => {
  it(`agree on whatever the evaluator claims to know, in ${programs} random programs`, function () {
    this.timeout(120_000);
    const sources = Array.from({ length: programs }, (_, seed) => randomProgram(seed));
    const python = runPython(sources.map((cells) => cells.join("\n")));
    let claims = 0;
    let compared = 0;
    sources.forEach((cells, index) => {
      const expected = python[index];
      if (!expected) return; // it ends in an exception
      const probes = evaluatePython(...cells);
      if (!probes) return; // more than a check can follow, and the report says so
      compared++;
      const byLabel = new Map<string, Value[]>();
      for (const { label, value } of probes) byLabel.set(label, [...(byLabel.get(label) ?? []), value]);
      for (const [label, actual] of expected) {
        const claimed = byLabel.get(label) ?? [];
        const holds = claimed.some((value) => admits(value, actual));
        assert.ok(
          holds,
          `seed ${index}, ${label}: Python has ${JSON.stringify(actual)}, the evaluator says ${claimed.map(show).join(" or ") || "nothing"}\n${cells.join("\n# %%\n")}`,
        );
        claims += claimed.filter(isClaim).length;
      }
    });
    assert.ok(compared > programs / 2, `only ${compared} programs ran to their end in Python`);
    assert.ok(claims > compared, `only ${claims} values were claimed to be known`);
  });
});

/** Whether what is known of the value leaves room for `actual`. */
function admits(value: Value, actual: unknown): boolean {
  switch (value.kind) {
    case "unknown":
    case "object":
      return true;
    case "absent":
      return false;
    case "constant":
      return value.data === actual;
    case "either":
      return value.values.some((one) => admits(one, actual));
    case "dict": {
      if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return false;
      const entries = new Map(Object.entries(actual));
      for (const [key, entry] of value.entries) {
        const present = entries.has(key);
        if (present ? !admits(entry, entries.get(key)) : !mayBeAbsent(entry)) return false;
      }
      return value.open || [...entries.keys()].every((key) => value.entries.has(key));
    }
    default:
      if (
        !Array.isArray(actual) ||
        (value.open ? actual.length < value.items.length : actual.length !== value.items.length)
      )
        return false;
      return value.items.every((item, index) => admits(item, actual[index]));
  }
}

function mayBeAbsent(value: Value): boolean {
  return (
    value.kind === "absent" ||
    value.kind === "unknown" ||
    (value.kind === "either" && value.values.some(mayBeAbsent))
  );
}

function isClaim(value: Value): boolean {
  return (
    value.kind === "constant" ||
    (value.kind === "list" && !value.open) ||
    (value.kind === "dict" && !value.open)
  );
}

const harness = `
import json, sys, random, types, signal, resource
# a += a in a loop asks for more than there is
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
class Late(BaseException): pass
def late(*_): raise Late
signal.signal(signal.SIGALRM, late)
def main():
    for seed, source in enumerate(json.load(sys.stdin)):
        rng = random.Random(seed)
        found = []
        def snapshot(value, parts):
            parts[0] -= 1
            if parts[0] < 0: raise TimeoutError
            if isinstance(value, (list, tuple)): return [snapshot(item, parts) for item in value]
            if isinstance(value, dict): return {key: snapshot(item, parts) for key, item in value.items()}
            if isinstance(value, (str, int, float, bool, type(None))) and len(str(value)) < 5000: return value
            raise TimeoutError
        def probe(label, value): found.append([label, snapshot(value, [2000])])
        def opaque(*values):
            for value in values:
                if isinstance(value, list):
                    if rng.random() < .5: value.append(rng.randint(50, 60))
                    elif value: value[0] = 'changed'
                elif isinstance(value, dict):
                    if rng.random() < .5: value['added'] = 1
                    else:
                        for key in list(value)[:1]: value[key] = 'changed'
            return rng.choice([0, 1, 2, 3, 'x', '', None, True, False])
        module = types.ModuleType('harness'); module.probe = probe; module.opaque = opaque
        sys.modules['harness'] = module
        signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
        try:
            exec(compile(source, 'program', 'exec'), {'__name__': '__main__'})
            line = json.dumps(found)
        except BaseException:
            line = 'null'
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(line)
main()
`;

function runPython(sources: readonly string[]): ([string, unknown][] | null)[] {
  const output = execFileSync("python3", ["-c", harness], {
    input: JSON.stringify(sources),
    maxBuffer: 1 << 28,
    encoding: "utf8",
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as [string, unknown][] | null);
}

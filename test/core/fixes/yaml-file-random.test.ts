import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { CannotWrite, Settings } from "../../../core/src/dialects/aws-cli/argument-text.js";
import type { DataNode } from "../../../core/src/fixes/data-file.js";
import { yamlFile } from "../../../core/src/fixes/yaml-file.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Json } from "../../../core/src/requests/request.js";
import { randomFrom } from "../../support/random.js";
import { randomYaml } from "../../support/random-yaml.js";
import { pythonPath } from "../../support/sample-account.js";

/** `RANDOM_YAML=5000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const rounds = Number(process.env.RANDOM_YAML ?? 400);

describe("YAML files of any format that are edited", () => {
  it("say what is set and else what they said, to PyYAML, with all comments", function () {
    this.timeout(process.env.RANDOM_YAML === undefined ? 120_000 : 0);
    const random = randomFrom(Number(process.env.RANDOM_SEED ?? 6));
    const made: { before: string; after: string; path: readonly (string | number)[]; value: Json }[] = [];
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      const before = randomYaml(random);
      const file = yamlFile(before);
      assert.ok(file, before);
      const places = placesIn(file.root, []);
      const { node, path } = random.pick(places);
      const name = `New${round}`;
      const value = newValue(node, random);
      const setting = new Settings();
      if (node.entries) setting.members.set(name, value);
      const after = attempt(() => applyEdits(before, file.edit(node, node.entries ? setting : value)));
      if (after === undefined) {
        refused += 1;
        continue;
      }
      made.push({ before, after, path: node.entries ? [...path, name] : path, value });
      assert.deepEqual(commentsIn(after), commentsIn(before), `${before}\n--- became\n${after}`);
      const again = yamlFile(after);
      const same = again && placesIn(again.root, []).find((one) => isSame(one.path, path));
      assert.ok(again && same, after);
      assert.deepEqual(again.edit(same.node, node.entries ? setting : value), [], `twice:\n${after}`);
    }
    assert.ok(refused < rounds / 5, `${refused} of ${rounds} cannot be written`);
    const wrong = comparedByPyYaml(made);
    assert.deepEqual(wrong, []);
  });
});

interface Place {
  readonly node: DataNode;
  readonly path: readonly (string | number)[];
}

function placesIn(node: DataNode, path: Place["path"]): readonly Place[] {
  const entries = [...(node.entries ?? [])].flatMap(([key, one]) => placesIn(one, [...path, key]));
  const items = (node.items ?? []).flatMap((one, index) => placesIn(one, [...path, index]));
  return [{ node, path }, ...entries, ...items];
}

const texts = [
  "subnet-new",
  "arn:aws:kms:eu-west-1:111122223333:key/1",
  "yes",
  "it's",
  "010",
  "a: b",
  "# no comment",
  "ü",
];

function newValue(node: DataNode, { pick, below, chance }: ReturnType<typeof randomFrom>): Json {
  const list = () => Array.from({ length: below(4) }, () => pick(texts));
  if (node.items) return list();
  return chance(0.2) ? chance(0.5) : chance(0.4) && node.json === null ? list() : pick(texts);
}

function attempt(make: () => string | undefined): string | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** The generator writes no `#` elsewhere, but for texts that this test sets. */
function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/# c\d+$/gm)].map(([comment]) => comment).sort();
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The edits after which the file does not say what it should. */
function comparedByPyYaml(made: readonly object[]): readonly unknown[] {
  const program = `
import json, sys, yaml
wrong = []
for one in json.load(sys.stdin):
    wanted = yaml.safe_load(one["before"])
    try: said = yaml.safe_load(one["after"])
    except Exception as problem: said = repr(problem)
    if one["path"]:
        inner = wanted
        for step in one["path"][:-1]: inner = inner[step]
        inner[one["path"][-1]] = one["value"]
    else: wanted = one["value"]
    # A member goes before a text of several lines, if that is the last
    if json.dumps(said, sort_keys=True) != json.dumps(wanted, sort_keys=True): wrong.append([one, repr(said)])
print(json.dumps(wrong))`;
  const output = execFileSync(pythonPath(), ["-c", program], {
    input: JSON.stringify(made),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(output) as unknown[];
}

import assert from "node:assert/strict";
import { CannotWrite, Settings, type Setting } from "../../../core/src/dialects/aws-cli/argument-text.js";
import { nodeAt } from "../../../core/src/fixes/data-file.js";
import { yamlFile } from "../../../core/src/fixes/yaml-file.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Json } from "../../../core/src/requests/request.js";

/** What is set at a path, in a text, and what it becomes; undefined: it is left alone. */
const cases: Readonly<Record<string, readonly [string, string, Json | object, string | undefined]>> = {
  "a plain text": ["a: old # why\nb: 1\n", "a", "new", "a: new # why\nb: 1\n"],
  "a text in double quotes": [`a: "old"`, "a", "new", `a: "new"`],
  "a text in single quotes": ["a: 'old'   # it's\n", "a", "n'ew", "a: 'n''ew'   # it's\n"],
  "a text that would be a flag without quotes": ["a: old\n", "a", "yes", 'a: "yes"\n'],
  "a text that would be a number": ["a: old\n", "a", "012", 'a: "012"\n'],
  "a key of KMS": ["a: old\n", "a", "arn:aws:kms:eu-west-1:1:key/2", "a: arn:aws:kms:eu-west-1:1:key/2\n"],
  "a flag": ["a: no # never\n", "a", true, "a: true # never\n"],
  "nothing after the colon": ["a:   # todo\nb: 1\n", "a", ["x"], "a: [x]   # todo\nb: 1\n"],
  "nothing, at the end": ["b: 1\na:", "a", "x", "b: 1\na: x"],
  "null by name": ["a: ~\n", "a", ["x", "y"], "a: [x, y]\n"],
  "a list in brackets": ["a: [s1, s2] # two\n", "a", ["n1", "s2"], "a: [n1, s2] # two\n"],
  "a longer list in brackets": ["a: ['s1']\n", "a", ["n1", "n2"], "a: ['n1', 'n2']\n"],
  "a longer list on lines with a note": [
    "a: [\n  s1, # one\n  s2\n  ]\nb: 1\n",
    "a",
    ["s1", "n2", "n3"],
    "a: [\n  s1, # one\n  n2,\n  n3\n  ]\nb: 1\n",
  ],
  "a longer list on lines": [
    "a: [\n  s1,\n  s2,\n  ]\nb: 1\n",
    "a",
    ["s1", "n2", "n3"],
    "a: [\n  s1,\n  n2,\n  n3,\n  ]\nb: 1\n",
  ],
  "a shorter list in brackets": ["a: [s1, s2, s3]\n", "a", ["n1"], "a: [n1]\n"],
  "an empty list": ["a: [ ]\n", "a", ["n1"], "a: [n1]\n"],
  "a list that becomes empty": ["a: [s1, s2] # x\n", "a", [], "a: [] # x\n"],
  "a list with dashes": ["a:\n- s1  # one\n- s2\nb: 1\n", "a", ["n1", "n2"], "a:\n- n1  # one\n- n2\nb: 1\n"],
  "a longer list with dashes": [
    "a:\n  - s1  # one\n  # below\nb: 1\n",
    "a",
    ["s1", "n2"],
    "a:\n  - s1  # one\n  - n2\n  # below\nb: 1\n",
  ],
  "a longer list with dashes, at the end": ["a:\n  -  's1'", "a", ["s1", "n2"], "a:\n  -  's1'\n  -  'n2'"],
  "a shorter list with dashes": ["a:\n  - s1\n  - s2\nb: 1\n", "a", ["n1"], "a:\n  - n1\nb: 1\n"],
  "a shorter list with a note": ["a:\n  - s1\n  - s2 # of B\nb: 1\n", "a", ["n1"], undefined],
  "a member of a block": [
    "v:\n  a: [s1]\n  # end\nb: 1\n",
    "v",
    { g: ["g1"] },
    "v:\n  a: [s1]\n  g: [g1]\n  # end\nb: 1\n",
  ],
  "a member of a block whose lists have dashes": [
    "v:\n    a:\n      - s1 # one\nb: 1\n",
    "v",
    { g: ["g1", "g2"], k: "x" },
    "v:\n    a:\n      - s1 # one\n    g:\n      - g1\n      - g2\n    k: x\nb: 1\n",
  ],
  "a member of a block whose dashes are not indented": [
    "v:\n  a:\n  - s1\n",
    "v",
    { g: ["g1"] },
    "v:\n  a:\n  - s1\n  g:\n  - g1\n",
  ],
  "a member of the block at the top, without a line's end": ["a: 1", "", { g: "x" }, "a: 1\ng: x"],
  "a member of an item's block": [
    "l:\n  - n: 1\n    a: [s1]\n  - n: 2\n",
    "l.0",
    { g: ["g1"] },
    "l:\n  - n: 1\n    a: [s1]\n    g: [g1]\n  - n: 2\n",
  ],
  "a member in front of a text of several lines": [
    "v:\n  a: 1\n  t: |+\n    text\n\nb: 1\n",
    "v",
    { g: 2 },
    "v:\n  a: 1\n  g: 2\n  t: |+\n    text\n\nb: 1\n",
  ],
  "a member in braces": ["v: {a: [s1]}\n", "v", { g: ["g1"] }, "v: {a: [s1], g: [g1]}\n"],
  "a member in braces on lines": [
    "v: {\n  a: [s1],\n  b: 1 # last\n}\n",
    "v",
    { g: ["g1"] },
    "v: {\n  a: [s1],\n  b: 1,\n  g: [g1] # last\n}\n",
  ],
  "a member in empty braces": ["v: {}\n", "v", { g: ["g1"] }, "v: {g: [g1]}\n"],
  "members of what is empty": [
    "v: # none\nb:\n    c: 1\n",
    "v",
    { a: ["s1"], i: { k: "x" } },
    "v: # none\n    a: [s1]\n    i:\n        k: x\nb:\n    c: 1\n",
  ],
  "members of members": [
    "v:\n  i:\n    a: 1\n",
    "v",
    { i: { b: 2 }, j: { c: 3 } },
    "v:\n  i:\n    a: 1\n    b: 2\n  j:\n    c: 3\n",
  ],
  "with Windows line ends": [
    "v:\r\n  a:\r\n    - s1\r\nb: old\r\n",
    "v",
    { a: ["s1", "s2"], g: ["g1"] },
    "v:\r\n  a:\r\n    - s1\r\n    - s2\r\n  g:\r\n    - g1\r\nb: old\r\n",
  ],
  "behind a document's start": ["---\na: old\n...\n", "a", "new", "---\na: new\n...\n"],
  "with text that is no ASCII": ["# für\nä: ü # ö\na: 'olé'\n", "a", "new", "# für\nä: ü # ö\na: 'new'\n"],
  "with an anchor": ["a: &x [s1]\nb: *x\n", "a", ["n1"], undefined],
  "with an alias": ["a: &x [s1]\nb: *x\n", "b", ["n1"], undefined],
  "in an anchored mapping": ["a: &x\n  b: old\nc: *x\n", "a.b", "new", undefined],
  "around an anchor": ["a: [&x s1, s2]\nc: *x\n", "a", ["n1", "s2"], undefined],
  "merged from another mapping": ["x: &x\n  k: old\nm:\n  <<: *x\n  b: 1\n", "m.k", "new", undefined],
  "over what is merged": [
    "x: &x\n  k: old\nm:\n  b: 1\n  <<: *x\n",
    "m",
    { k: "new" },
    "x: &x\n  k: old\nm:\n  b: 1\n  <<: *x\n  k: new\n",
  ],
  "beside an anchor": ["a:\n  b: &x old\nc: *x\n", "a", { d: 1 }, "a:\n  b: &x old\n  d: 1\nc: *x\n"],
  "with a tag": ["a: !!str 1\n", "a", "new", undefined],
  "a text of several lines": ["a: |\n  old\n", "a", "new", undefined],
  "a key that is given twice": ["a: one\na: two\n", "a", "new", "a: one\na: new\n"],
};

describe("a YAML file that is edited", () => {
  for (const [name, [text, path, value, expected]] of Object.entries(cases)) {
    it(name, () => {
      assert.equal(edited(text, path, settingOf(value)), expected);
      if (expected !== undefined) assert.equal(edited(expected, path, settingOf(value)), expected, "twice");
    });
  }
});

function settingOf(value: Json | object): Setting {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value as Json;
  const settings = new Settings();
  for (const [name, one] of Object.entries(value)) settings.members.set(name, settingOf(one as Json));
  return settings;
}

function edited(text: string, path: string, setting: Setting): string | undefined {
  const file = yamlFile(text);
  assert.ok(file);
  const steps = path === "" ? [] : path.split(".");
  const node = steps.includes("0")
    ? nodeAt(file.root, steps.slice(0, 1))?.items?.[0]
    : nodeAt(file.root, steps);
  assert.ok(node);
  try {
    return applyEdits(text, file.edit(node, setting));
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ipynbOf } from "../../support/notebooks.js";
import { sarifProblems } from "../../support/sarif-schema.js";
import { runCommand } from "./run-command.js";

/** Of one member: throws when the value is none. */
type Check = (value: unknown, path: string) => void;

describe("--format sarif", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sarif-shape-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("has only what SARIF 2.1.0 knows, whatever is found, ignored, not read or wrong", async () => {
    writeFileSync(join(folder, "a é#?.py"), half);
    writeFileSync(join(folder, "quiet.ipynb"), ipynbOf([`${half}  # preflight: ignore`, "def (:"]));
    writeFileSync(join(folder, "late.py"), `${half}\nimport os\nos.environ["AWS_REGION"] = "x"\n`);
    writeFileSync(join(folder, "broken.ipynb"), "{");
    writeFileSync(join(folder, "sagemaker-preflight.yaml"), "network:\n  vpn: required\n");
    const examples = resolve(import.meta.dirname, "../../../examples");
    const argv = ["check", "--offline", "--format", "sarif", folder, examples, "none.py"];
    for (const paths of [argv, ["check", "--offline", "--format", "sarif", "."]]) {
      const { out } = await runCommand(paths, folder);
      log(JSON.parse(out), "log");
      assert.deepEqual(sarifProblems(JSON.parse(out)), [], "by the JSON Schema");
    }
  });

  it("would be told by the JSON Schema of what SARIF does not know", async () => {
    writeFileSync(join(folder, "a.py"), half);
    const { out } = await runCommand(["check", "--offline", "--format", "sarif", "."], folder);
    const wrong = out.replaceAll(/"level":( ?)"error"/g, '"level":$1"fatal"');
    assert.notEqual(wrong, out);
    assert.match(
      sarifProblems(JSON.parse(wrong)).join("\n"),
      /level should be equal to one of the allowed values/,
    );
  });
});

const half = `from sagemaker.estimator import Estimator
Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.xlarge", subnets=["subnet-0a1b2c3d4e5f60718"]).fit()`;

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html sections 3.13 to 3.58 */
const text: Check = (value, path) => {
  assert.equal(typeof value, "string", path);
  assert.notEqual(value, "", path);
};
const truth: Check = (value, path) => {
  assert.equal(typeof value, "boolean", path);
};
const address: Check = (value, path) => {
  text(value, path);
  assert.doesNotThrow(() => new URL(value as string, "file:///"), path);
  assert.match(value as string, /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})+$/i, path);
};
const count: Check = (value, path) => {
  assert.ok(Number.isInteger(value) && (value as number) >= 1, path);
};
const index: Check = (value, path) => {
  assert.ok(Number.isInteger(value) && (value as number) >= 0, path);
};
const anything: Check = (value, path) => {
  assert.equal(typeof value, "object", path);
};

function oneOf(...choices: readonly string[]): Check {
  return (value, path) => {
    assert.ok(choices.includes(value as string), `${path}: ${String(value)}`);
  };
}

function listOf(item: Check, { isSet = false } = {}): Check {
  return (value, path) => {
    assert.ok(Array.isArray(value), path);
    value.forEach((one, at) => {
      item(one, `${path}[${at}]`);
    });
    if (isSet) assert.equal(new Set(value.map((one) => JSON.stringify(one))).size, value.length, path);
  };
}

/** @param members Those whose names end in `!` are required; any other is refused. */
function objectOf(members: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), path);
    for (const name of Object.keys(members))
      if (name.endsWith("!")) assert.ok(name.slice(0, -1) in value, `${path} lacks ${name}`);
    for (const [name, member] of Object.entries(value)) {
      const known = members[name] ?? members[`${name}!`];
      assert.ok(known, `${path} has ${name}`);
      known(member, `${path}.${name}`);
    }
  };
}

const message = objectOf({ "text!": text });
const region: Check = (value, path) => {
  objectOf({ "startLine!": count, endLine: count, startColumn: count, endColumn: count })(value, path);
  const { startLine, endLine, startColumn, endColumn } = value as Readonly<Record<string, number>>;
  assert.ok((endLine ?? startLine ?? 0) >= (startLine ?? 0), path);
  if (startLine === endLine && startColumn !== undefined && endColumn !== undefined)
    assert.ok(endColumn >= startColumn, path);
};
const location = objectOf({
  "physicalLocation!": objectOf({ "artifactLocation!": objectOf({ "uri!": address }), region }),
  message,
});
const rule = objectOf({
  "id!": text,
  shortDescription: message,
  fullDescription: message,
  helpUri: address,
});
const result = objectOf({
  "message!": message,
  ruleId: text,
  ruleIndex: index,
  level: oneOf("none", "note", "warning", "error"),
  locations: listOf(location),
  relatedLocations: listOf(location, { isSet: true }),
  suppressions: listOf(objectOf({ "kind!": oneOf("inSource", "external") }), { isSet: true }),
});
const notification = objectOf({
  "message!": message,
  level: oneOf("none", "note", "warning", "error"),
  locations: listOf(location, { isSet: true }),
});
const run: Check = (value, path) => {
  objectOf({
    "tool!": objectOf({
      "driver!": objectOf({ "name!": text, version: text, rules: listOf(rule, { isSet: true }) }),
    }),
    columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
    invocations: listOf(
      objectOf({
        "executionSuccessful!": truth,
        toolExecutionNotifications: listOf(notification),
        toolConfigurationNotifications: listOf(notification),
      }),
    ),
    results: listOf(result),
    properties: anything,
  })(value, path);
  const { tool, results } = value as Run;
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId, path);
};
const log = objectOf({ $schema: address, "version!": oneOf("2.1.0"), "runs!": listOf(run) });

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
}

import assert from "node:assert/strict";
import { stringify } from "yaml";
import { readPolicy } from "../../../core/src/policy/read-policy.js";
import type { TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { rules } from "../../../core/src/rules/index.js";
import { wholePolicy } from "../../support/whole-policy.js";

describe("A policy file", () => {
  const ids = rules.map(({ id }) => id);
  const read = (text: string) => {
    const { policy, problems } = readPolicy(text, ids);
    return { policy, problems };
  };

  it("can ask all that a policy can ask", () => {
    const policy: TeamPolicy = {
      ...wholePolicy,
      network: { ...wholePolicy.network, vpc: "required" },
      enforcers: { outsideVpc: { name: "vpc-enforcer", operations: ["CreateTrainingJob"] } },
      ignoreComments: "forbidden",
      rules: { "vpc-config-missing": "error", "role-not-found": "off" },
    };
    assert.deepEqual(read(stringify(policy)), { policy, problems: [] });
    assert.deepEqual(read(JSON.stringify(policy)), { policy, problems: [] });
  });

  it("asks nothing where it is empty, or a setting is left empty", () => {
    for (const text of ["", "# nothing yet\n", "network:\n", "network:\n  vpc:\n", "{}", "\ufeff"])
      assert.deepEqual(read(text), { policy: {}, problems: [] }, text);
  });

  it("says where it asks what", () => {
    const text =
      "# ours\nnetwork:\n  vpc: required\n  isolation: maybe\nrules:\n  role-not-found: off\nenforcers:\n  outsideVpc:\n    name: stop-it\n";
    assert.deepEqual(Object.fromEntries(readPolicy(text, ids).lines), {
      "network.vpc": 3,
      "rules.role-not-found": 6,
      "enforcers.outsideVpc": 9,
      "enforcers.outsideVpc.name": 9,
    });
  });

  it("takes a plain off for the word, which YAML 1.1 does not", () => {
    for (const off of ["off", "Off", '"off"', "false"])
      assert.deepEqual(read(`rules:\n  role-not-found: ${off}\n`).policy, {
        rules: { "role-not-found": "off" },
      });
  });

  for (const [text, line, message, policy] of [
    ["netwrok:\n  vpc: required", 2, "The policy has no 'netwrok'; is 'network' meant?", {}],
    [
      "network:\n  vpc: yes\n  isolation: required",
      2,
      "network.vpc can be only 'required'",
      { network: { isolation: "required" } },
    ],
    ["network: required", 1, "network takes 'vpc', 'isolation', 'trafficEncryption' or 'flowLogs'", {}],
    [
      "rules:\n  vpc-config-mising: off",
      2,
      "There is no rule 'vpc-config-mising'; is 'vpc-config-missing' meant?",
      {},
    ],
    [
      "rules:\n  vpc-config-missing: high",
      2,
      "rules.vpc-config-missing can be 'error', 'warning', 'info' or 'off'",
      {},
    ],
    ["instances:\n  types: ml.m5.large", 2, "instances.types takes a list of texts", {}],
    ["instances:\n  types:\n    - ml.m5.large\n    - 5", 4, "instances.types takes a list of texts", {}],
    ["enforcers:\n  outsideVpc:\n    name: [a]", 3, "enforcers.outsideVpc.name takes a text", {}],
    [
      "enforcers:\n  outsideVpc:\n    operations: [CreateTrainingJob]",
      3,
      "enforcers.outsideVpc needs 'name'",
      {},
    ],
    ["enforcers:\n  outsideVpc:\n    name:", 3, "enforcers.outsideVpc needs 'name'", {}],
    [
      "enforcers:\n  outsideVpc:\n    name: stop-it\n    operations: [CreateTraningJob]",
      4,
      "enforcers.outsideVpc.operations: 'CreateTraningJob' is no operation that makes jobs; is 'CreateTrainingJob' meant?",
      {},
    ],
    [
      "enforcers:\n  outsideVpc:\n    name: stop-it\n    operations: [CreateModels, CreateProcessingJob]",
      4,
      "enforcers.outsideVpc.operations: 'CreateModels' is no operation that makes jobs; is 'CreateModel' meant?",
      { enforcers: { outsideVpc: { name: "stop-it", operations: ["CreateProcessingJob"] } } },
    ],
    [
      "enforcers:\n  outsideVpc:\n    name: stop-it\n    operations: []",
      4,
      "enforcers.outsideVpc.operations takes a list with at least one operation that makes jobs",
      {},
    ],
    ["- a\n- b", 1, undefined, {}],
    ["network: !x {vpc: required}", 1, undefined, {}],
    ["{", 1, undefined, {}],
    ["constructor:\n  vpc: required\n__proto__:\n  vpc: required", 2, "The policy has no 'constructor'", {}],
  ] as const)
    it(`tells what is wrong in ${JSON.stringify(text)}`, () => {
      const { policy: asked, problems } = read(text);
      assert.deepEqual(asked, policy);
      const [problem] = problems;
      assert.equal(problem?.line, line);
      if (message !== undefined) assert.equal(problem.message, message);
    });

  it("that is hostile ends in a few words", () => {
    const deep = "a: " + "[".repeat(3_000) + "]".repeat(3_000);
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let i = 0; i < 12; i++) bomb.push(`b${i}: &b${i} [${`*${i === 0 ? "a" : `b${i - 1}`},`.repeat(9)}]`);
    const wide = Array.from({ length: 5_000 }, (_, i) => `k${i}: ${i}`).join("\n");
    for (const text of [
      deep,
      bomb.join("\n"),
      wide,
      "x".repeat(900_000),
      `${"k".repeat(100_000)}: 1`,
      "\0",
      "a: *a",
    ]) {
      const start = performance.now();
      const { policy, problems } = read(text);
      assert.deepEqual(policy, {});
      assert.ok(problems.length >= 1 && problems.length <= 20, `${problems.length}`);
      for (const { message } of problems) assert.ok(message.length < 1_000, message.slice(0, 100));
      assert.ok(performance.now() - start < 5_000);
    }
  });
});

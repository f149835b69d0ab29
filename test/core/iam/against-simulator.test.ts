import { runSimulation } from "@cloud-copilot/iam-simulate";
import assert from "node:assert/strict";
import { contextOf, type ContextValue } from "../../../core/src/iam/context.js";
import { evaluate, type Decision } from "../../../core/src/iam/evaluate.js";
import type { PolicyKind, PolicySource, Principal } from "../../../core/src/iam/policies.js";
import { randomFrom } from "../../support/random.js";
import { randomAccess, type RandomAccess } from "../../support/random-policy.js";

const seed = Number(process.env.IAM_SEED ?? 1);
const count = Number(process.env.IAM_REQUESTS ?? 300);

const decisions: Readonly<Record<string, Decision["decision"]>> = {
  Allowed: "allowed",
  ExplicitlyDenied: "explicitly denied",
  ImplicitlyDenied: "implicitly denied",
};

/**
 * The simulator departs from AWS's documents in what `documented.test.ts` lists; the generator makes none of that.
 * Thousands: `IAM_REQUESTS=5000 IAM_SEED=7 npx mocha test/core/iam/against-simulator.test.ts`.
 */
describe(`iam/evaluate against an independent simulator, ${count} requests from seed ${seed}`, () => {
  it("decides the same, and can tell nearly always", async function () {
    this.timeout(20_000 + count * 20);
    const random = randomFrom(seed);
    const told = new Map<string, number>();
    const differing: unknown[] = [];
    for (let done = 0; done < count; done += 1) {
      const access = randomAccess(random);
      const expected = await simulated(access);
      const { decision, ...rest } = evaluated(access);
      const key = `${expected}: ${decision}`;
      told.set(key, (told.get(key) ?? 0) + 1);
      if (decision !== "cannot tell" && decision !== expected)
        differing.push({ expected, decision, rest, access });
    }
    assert.deepEqual(
      differing.slice(0, 6).map((one) => JSON.stringify(one)),
      [],
      `${differing.length} of ${count} differ`,
    );
    const number = (...keys: readonly string[]) => keys.reduce((sum, key) => sum + (told.get(key) ?? 0), 0);
    const unknown = [...told].filter(([key]) => key.endsWith("cannot tell"));
    assert.ok(number(...unknown.map(([key]) => key)) < count / 10, JSON.stringify([...told]));
    for (const one of Object.values(decisions)) assert.ok(number(`${one}: ${one}`) > count / 20, one);
  });

  it("is never sure of what the whole request then does not confirm", function () {
    this.timeout(20_000 + count * 20);
    const random = randomFrom(seed + 1);
    for (let done = 0; done < count; done += 1) {
      const access = randomAccess(random);
      const whole = evaluated(access).decision;
      const hidden = Object.keys(access.context).filter(() => random.chance(0.4));
      const { decision } = evaluated(access, hidden);
      if (decision === "cannot tell" || whole === "cannot tell") continue;
      // What nothing allows is refused, whether something denies it or not
      const isSame = decision === whole || (decision === "implicitly denied" && whole !== "allowed");
      assert.ok(isSame, JSON.stringify(access));
    }
  });
});

describe("iam/evaluate on damaged policies", () => {
  it("never throws", function () {
    this.timeout(20_000 + count * 20);
    const random = randomFrom(seed + 2);
    const junk: readonly unknown[] = [
      null,
      7,
      "",
      "*",
      "${",
      [],
      {},
      [[]],
      true,
      "${aws:username",
      { Statement: 1 },
    ];
    const damaged = (value: unknown): unknown => {
      if (random.chance(0.04)) return random.pick(junk);
      if (Array.isArray(value)) return value.map(damaged);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [random.chance(0.02) ? `${key}?` : key, damaged(one)]),
      );
    };
    for (let done = 0; done < count; done += 1) {
      const access = randomAccess(random);
      const identity = access.identity.map((one) => damaged(one)) as unknown as RandomAccess["identity"];
      const { decision } = evaluated({ ...access, identity });
      assert.ok(Object.values(decisions).includes(decision) || decision === "cannot tell");
    }
  });
});

async function simulated(access: RandomAccess): Promise<Decision["decision"]> {
  const named = (documents: RandomAccess["identity"], name: string) =>
    documents.map((policy, index) => ({ name: `${name}${index}`, policy }));
  const result = await runSimulation(
    {
      request: {
        principal: access.principal,
        action: access.action,
        resource: { resource: access.resource, accountId: access.resourceAccount },
        contextVariables: access.context as Record<string, string | string[]>,
      },
      identityPolicies: named(access.identity, "identity"),
      ...(access.boundary ? { permissionBoundaryPolicies: named(access.boundary, "boundary") } : {}),
      serviceControlPolicies: access.levels.map((level, index) => ({
        orgIdentifier: `level${index}`,
        policies: named(level, "scp"),
      })),
      resourceControlPolicies: [],
      ...(access.ofResource ? { resourcePolicy: access.ofResource } : {}),
    },
    {},
  );
  if (result.resultType === "error")
    throw new Error(JSON.stringify({ errors: result.errors, access }, null, 1));
  return decisions[result.overallResult] ?? assert.fail(result.overallResult);
}

function evaluated(access: RandomAccess, hidden: readonly string[] = []): Decision {
  const sources = (documents: RandomAccess["identity"], kind: PolicyKind): readonly PolicySource[] =>
    documents.map((document, index) => ({ name: `${kind}${index}`, kind, document }));
  const keys = Object.entries(access.context).map(([key, value]): readonly [string, ContextValue] => [
    key,
    hidden.includes(key)
      ? { state: "unknown", why: "hidden" }
      : { state: "known", values: typeof value === "string" ? [value] : value },
  ]);
  return evaluate(
    {
      identityPolicies: sources(access.identity, "inline"),
      ...(access.boundary ? { permissionsBoundary: sources(access.boundary, "boundary") } : {}),
      serviceControlPolicies: access.levels.map((level) => sources(level, "scp")),
      ...(access.ofResource ? { resourcePolicies: sources([access.ofResource], "bucket") } : {}),
    },
    {
      principal: principalOf(access.principal),
      action: access.action,
      resource: { text: access.resource },
      resourceAccount: access.resourceAccount,
      context: contextOf(keys),
    },
  );
}

function principalOf(arn: string): Principal {
  const account = arn.split(":")[4] ?? "";
  if (!arn.includes(":assumed-role/")) return { arn, account };
  return { arn: `arn:aws:iam::${account}:role/data/${arn.split("/")[1] ?? ""}`, account, sessionArn: arn };
}

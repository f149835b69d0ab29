import assert from "node:assert/strict";
import { contextOf, type ContextValue } from "../../../core/src/iam/context.js";
import { evaluate, type Decision } from "../../../core/src/iam/evaluate.js";
import type { PolicySource } from "../../../core/src/iam/policies.js";

const account = "111122223333";
const subnets = "sagemaker:VpcSubnets";

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Keys = Readonly<Record<string, readonly string[] | ContextValue>>;

/** Whether a statement that allows on these conditions allows: yes, no, or cannot tell. */
const rows: Readonly<Record<string, readonly [Conditions, Keys, "yes" | "no" | "perhaps"]>> = {
  // Null: true: the key is not there; false: it is. Several keys: all of them
  "Null true of an absent key": [{ Null: { [subnets]: "true" } }, {}, "yes"],
  "Null true of a key": [{ Null: { [subnets]: "true" } }, { [subnets]: ["subnet-a"] }, "no"],
  "Null true, as a JSON boolean": [{ Null: { [subnets]: true } }, {}, "yes"],
  "Null false of an absent key": [{ Null: { [subnets]: "false" } }, {}, "no"],
  "Null of two keys, one absent": [
    { Null: { [subnets]: "true", "sagemaker:VpcSecurityGroupIds": "true" } },
    { [subnets]: ["subnet-a"] },
    "no",
  ],
  "Null of a key that is not known": [{ Null: { [subnets]: "true" } }, { [subnets]: unknown() }, "perhaps"],
  "Null of a key that is there, with values not known": [
    { Null: { [subnets]: "false" } },
    { [subnets]: unknown([]) },
    "yes",
  ],

  // Sets
  "ForAllValues of an absent key": [{ "ForAllValues:StringEquals": { [subnets]: "subnet-a" } }, {}, "yes"],
  "ForAllValues of the empty set": [
    { "ForAllValues:StringEquals": { [subnets]: "subnet-a" } },
    { [subnets]: [] },
    "yes",
  ],
  "ForAllValues, one that is not listed": [
    { "ForAllValues:StringEquals": { [subnets]: ["subnet-a", "subnet-b"] } },
    { [subnets]: ["subnet-a", "subnet-c"] },
    "no",
  ],
  "ForAllValues, one of those known is not listed": [
    { "ForAllValues:StringEquals": { [subnets]: "subnet-a" } },
    { [subnets]: unknown(["subnet-c"]) },
    "no",
  ],
  "ForAllValues, those known are listed": [
    { "ForAllValues:StringEquals": { [subnets]: "subnet-a" } },
    { [subnets]: unknown(["subnet-a"]) },
    "perhaps",
  ],
  "ForAnyValue of an absent key": [{ "ForAnyValue:StringEquals": { [subnets]: "subnet-a" } }, {}, "no"],
  "negated ForAnyValue of an absent key": [
    { "ForAnyValue:StringNotLike": { [subnets]: "subnet-a" } },
    {},
    "no",
  ],
  "ForAnyValue, one that is not approved is enough": [
    { "ForAnyValue:StringNotLike": { [subnets]: ["subnet-a", "subnet-b"] } },
    { [subnets]: ["subnet-a", "subnet-c"] },
    "yes",
  ],
  "ForAnyValue, all are approved": [
    { "ForAnyValue:StringNotLike": { [subnets]: ["subnet-a", "subnet-b"] } },
    { [subnets]: ["subnet-a", "subnet-b"] },
    "no",
  ],
  "ForAnyValue, one of those known is enough": [
    { "ForAnyValue:StringEquals": { [subnets]: "subnet-a" } },
    { [subnets]: unknown(["subnet-a"]) },
    "yes",
  ],
  "several values without a set operator": [
    { StringEquals: { [subnets]: "subnet-a" } },
    { [subnets]: ["subnet-a", "subnet-b"] },
    "perhaps",
  ],

  // Absent keys
  "a positive operator on an absent key": [{ StringEquals: { "aws:username": "ann" } }, {}, "no"],
  "a negated operator on an absent key": [{ StringNotEquals: { "aws:username": "ann" } }, {}, "yes"],
  "IfExists on an absent key": [{ StringEqualsIfExists: { "aws:username": "ann" } }, {}, "yes"],
  "negated IfExists on an absent key": [{ StringNotEqualsIfExists: { "aws:username": "ann" } }, {}, "yes"],
  "IfExists on a key that differs": [
    { StringEqualsIfExists: { "aws:username": "ann" } },
    { "aws:username": ["bob"] },
    "no",
  ],
  "ForAnyValue with IfExists on an absent key, which no document tells": [
    { "ForAnyValue:StringEqualsIfExists": { [subnets]: "subnet-a" } },
    {},
    "perhaps",
  ],
  "one of two branches": [
    { Bool: { "sagemaker:NetworkIsolation": "false" } },
    {
      "sagemaker:NetworkIsolation": {
        state: "one of",
        why: "differs",
        values: [{ state: "absent" }, { state: "known", values: ["false"] }],
      },
    },
    "perhaps",
  ],

  // Values
  "any of several values": [
    { StringEquals: { "aws:username": ["ann", "bob"] } },
    { "aws:username": ["bob"] },
    "yes",
  ],
  "none of several values": [
    { StringNotEquals: { "aws:username": ["ann", "bob"] } },
    { "aws:username": ["bob"] },
    "no",
  ],
  "case counts": [{ StringEquals: { "aws:username": "Ann" } }, { "aws:username": ["ann"] }, "no"],
  "case does not count": [
    { StringEqualsIgnoreCase: { "aws:username": "Ann" } },
    { "aws:username": ["ANN"] },
    "yes",
  ],
  "case of a key does not count": [
    { StringEquals: { "AWS:UserName": "ann" } },
    { "aws:username": ["ann"] },
    "yes",
  ],
  "no wildcards in StringEquals": [
    { StringEquals: { "aws:username": "a*" } },
    { "aws:username": ["ann"] },
    "no",
  ],
  "wildcards in StringLike": [{ StringLike: { "aws:username": "a?n*" } }, { "aws:username": ["ann"] }, "yes"],
  "a number": [
    { NumericLessThanEquals: { "sagemaker:MaxRuntimeInSeconds": 3600 } },
    { "sagemaker:MaxRuntimeInSeconds": ["3600.0"] },
    "yes",
  ],
  "no number": [
    { NumericEquals: { "sagemaker:MaxRuntimeInSeconds": "an hour" } },
    { "sagemaker:MaxRuntimeInSeconds": ["3600"] },
    "perhaps",
  ],
  "a date of another zone": [
    { DateEquals: { "aws:CurrentTime": "2026-11-21T12:00:00+02:00" } },
    { "aws:CurrentTime": ["2026-11-21T10:00:00Z"] },
    "yes",
  ],
  "a date in seconds": [
    { DateLessThan: { "aws:CurrentTime": "1795255201" } },
    { "aws:CurrentTime": ["2026-11-21T10:00:00Z"] },
    "yes",
  ],
  "a day": [
    { DateGreaterThan: { "aws:CurrentTime": "2026-11-21" } },
    { "aws:CurrentTime": ["2026-11-21T10:00:00Z"] },
    "yes",
  ],
  "an address": [{ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }, { "aws:SourceIp": ["10.1.2.3"] }, "yes"],
  "the whole internet": [
    { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
    { "aws:SourceIp": ["10.1.2.3"] },
    "yes",
  ],
  "an address of the other family": [
    { NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
    { "aws:SourceIp": ["2001:db8::1"] },
    "yes",
  ],
  "a single address": [{ IpAddress: { "aws:SourceIp": "10.1.2.3" } }, { "aws:SourceIp": ["10.1.2.4"] }, "no"],
  "ARNs by component": [
    { ArnLike: { "aws:SourceArn": "arn:aws:someservice:*:111122223333:finance/*" } },
    {
      "aws:SourceArn": [
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
      ],
    },
    "no",
  ],
  "the same as strings": [
    { StringLike: { "aws:SourceArn": "arn:aws:someservice:*:111122223333:finance/*" } },
    {
      "aws:SourceArn": [
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
      ],
    },
    "yes",
  ],
  "ArnEquals takes wildcards too": [
    { ArnEquals: { "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:*:*:key/*" } },
    { "sagemaker:VolumeKmsKeyArn": [`arn:aws:kms:us-east-1:${account}:key/one`] },
    "yes",
  ],
  "an operator that there is not": [
    { StringMatches: { "aws:username": "ann" } },
    { "aws:username": ["ann"] },
    "perhaps",
  ],

  // Variables
  "a variable": [
    { StringEquals: { "aws:PrincipalTag/owner": "${aws:username}" } },
    { "aws:PrincipalTag/owner": ["ann"], "aws:username": ["ann"] },
    "yes",
  ],
  "a variable's own wildcard is none": [
    { StringLike: { "aws:PrincipalTag/owner": "${aws:username}" } },
    { "aws:PrincipalTag/owner": ["ann"], "aws:username": ["a*"] },
    "no",
  ],
  "a variable without a value": [
    { StringEquals: { "aws:PrincipalTag/owner": "${aws:username}" } },
    { "aws:PrincipalTag/owner": ["${aws:username}"] },
    "no",
  ],
  "a variable without a value, negated": [
    { StringNotEquals: { "aws:PrincipalTag/owner": "${aws:username}" } },
    { "aws:PrincipalTag/owner": ["ann"] },
    "yes",
  ],
  "the same, without case": [
    { StringNotEqualsIgnoreCase: { "aws:PrincipalTag/owner": "${aws:username}" } },
    { "aws:PrincipalTag/owner": ["ann"] },
    "yes",
  ],
  "a variable's default": [
    { StringEquals: { "aws:PrincipalTag/owner": "team-${aws:username, 'all'}" } },
    { "aws:PrincipalTag/owner": ["team-all"] },
    "yes",
  ],
  "a variable that is not known": [
    { StringEquals: { "aws:PrincipalTag/owner": "team-${aws:username}" } },
    { "aws:PrincipalTag/owner": ["team-ann"], "aws:username": unknown() },
    "perhaps",
  ],
  "a variable that is not known, and cannot matter": [
    { StringEquals: { "aws:PrincipalTag/owner": "team-${aws:username}" } },
    { "aws:PrincipalTag/owner": ["ann"], "aws:username": unknown() },
    "no",
  ],
  "an escaped star": [{ StringEquals: { "aws:username": "a${*}n" } }, { "aws:username": ["a*n"] }, "yes"],
  "an escaped star in a pattern": [
    { StringLike: { "aws:username": "a${*}*" } },
    { "aws:username": ["axn"] },
    "no",
  ],
};

describe("iam/evaluate, as AWS documents conditions", () => {
  for (const [name, [conditions, keys, expected]] of Object.entries(rows)) {
    it(`${name}: ${expected}`, () => {
      assert.equal(applies({ Action: "*", Resource: "*", Condition: conditions }, keys), expected);
    });
  }

  it("takes variables for text in policies before 2012-10-17", () => {
    const condition = { Condition: { StringEquals: { "aws:username": "${aws:username}" } } };
    const keys = { "aws:username": ["ann"] };
    assert.equal(applies({ Action: "*", Resource: "*", ...condition }, keys), "yes");
    assert.equal(applies({ Action: "*", Resource: "*", ...condition }, keys, "2008-10-17"), "no");
    assert.equal(applies({ Action: "*", Resource: "*", ...condition }, keys, undefined), "no");
  });
});

describe("iam/evaluate, as AWS documents actions and resources", () => {
  const job = `arn:aws:sagemaker:us-east-1:${account}:training-job/ann-1`;
  const resources: Readonly<
    Record<string, readonly [Readonly<Record<string, unknown>>, "yes" | "no" | "perhaps"]>
  > = {
    "an action in another case": [{ Action: "SageMaker:createtrainingjob", Resource: "*" }, "yes"],
    "an action with wildcards": [{ Action: "sagemaker:Create*Jo?", Resource: "*" }, "yes"],
    "NotAction of it": [{ NotAction: "sagemaker:Create*", Resource: "*" }, "no"],
    "NotAction of others": [{ NotAction: ["iam:*", "s3:*"], Resource: "*" }, "yes"],
    "the ARN": [{ Action: "*", Resource: job }, "yes"],
    "the ARN in another case": [{ Action: "*", Resource: job.toUpperCase() }, "no"],
    "all of the account": [{ Action: "*", Resource: `arn:aws:sagemaker:*:${account}:*` }, "yes"],
    "an ARN with missing fields": [{ Action: "*", Resource: "arn:aws:sagemaker" }, "yes"],
    "a star that ends a segment goes on": [
      { Action: "*", Resource: "arn:aws:sagemaker:*:training-job/ann-1" },
      "yes",
    ],
    "a star within a segment does not": [
      { Action: "*", Resource: "arn:aws:sagemaker:us*3:training-job/ann-1" },
      "no",
    ],
    "NotResource of it": [{ Action: "*", NotResource: [job] }, "no"],
    "NotResource of others": [{ Action: "*", NotResource: [`${job}2`] }, "yes"],
    "a variable": [{ Action: "*", Resource: `arn:aws:sagemaker:*:*:training-job/\${aws:username}-*` }, "yes"],
    "a variable without a value": [{ Action: "*", Resource: `${job}\${aws:PrincipalTag/x}` }, "no"],
    "NotResource of a variable without a value, where the document is in two minds": [
      { Action: "*", NotResource: `${job}\${aws:PrincipalTag/x}` },
      "perhaps",
    ],
    "no Action": [{ Resource: "*" }, "perhaps"],
    "Action and NotAction": [{ Action: "*", NotAction: "iam:*", Resource: "*" }, "perhaps"],
    "an element that nobody knows": [{ Action: "*", Resource: "*", Unless: {} }, "perhaps"],
  };
  for (const [name, [statement, expected]] of Object.entries(resources)) {
    it(`${name}: ${expected}`, () => {
      assert.equal(applies(statement, { "aws:username": ["ann"] }), expected);
    });
  }

  it("is sure of an open name only where any name would do", () => {
    const open = { text: `arn:aws:sagemaker:us-east-1:${account}:training-job/ann-`, open: true } as const;
    const ask = (Resource: string) => decide([policy({ Effect: "Allow", Action: "*", Resource })], {}, open);
    assert.equal(ask(`arn:aws:sagemaker:*:${account}:training-job/*`), "allowed");
    assert.equal(ask("arn:aws:sagemaker:*:*:training-job/ann-*"), "allowed");
    assert.equal(ask("arn:aws:sagemaker:*:*:training-job/ann-1"), "cannot tell");
    assert.equal(ask("arn:aws:sagemaker:*:*:training-job/bob-*"), "implicitly denied");
  });
});

describe("iam/evaluate on what it cannot read", () => {
  const allow = policy({ Effect: "Allow", Action: "*", Resource: "*" });

  it("never throws, and cannot tell", () => {
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown;
    const documents: readonly unknown[] = [
      undefined,
      null,
      7,
      "{",
      "%7B%",
      [],
      deep,
      { Statement: 3 },
      { Statement: [null] },
      { Statement: { Effect: "Deny", Action: deep, Resource: {} } },
      { Version: "2030-01-01", Statement: [] },
    ];
    for (const document of documents) {
      const broken: PolicySource = { name: "broken", kind: "inline", document };
      assert.equal(decide([allow, broken]), "cannot tell", typeof document);
    }
  });

  it("reads text, percent-encoded text and a single statement", () => {
    const text = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "*", Resource: "*" },
    });
    for (const document of [text, encodeURIComponent(text), JSON.parse(text) as unknown]) {
      assert.equal(decide([{ name: "p", kind: "inline", document }]), "allowed");
    }
  });

  it("still is sure of a denial that it can read", () => {
    const deny = policy({ Effect: "Deny", Action: "*", Resource: "*" });
    assert.equal(decide([deny, { name: "broken", kind: "inline", document: 7 }]), "explicitly denied");
  });

  it("ends with hostile patterns", () => {
    const stars = `${"*a".repeat(5000)}b`;
    const Condition = { StringLike: { "aws:username": Array.from({ length: 200 }, () => stars) } };
    const started = Date.now();
    const hostile = policy({ Effect: "Deny", Action: "*", Resource: "*", Condition });
    assert.equal(decide([allow, hostile], { "aws:username": ["a".repeat(5000)] }), "cannot tell");
    assert.ok(Date.now() - started < 3000, `${Date.now() - started} ms`);
  });
});

function unknown(some?: readonly string[]): ContextValue {
  return {
    state: "unknown",
    why: "known only when the notebook runs",
    ...(some === undefined ? {} : { present: true, some }),
  };
}

function policy(statement: unknown, version: string | undefined = "2012-10-17"): PolicySource {
  return { name: "p", kind: "inline", document: { Version: version, Statement: [statement] } };
}

function applies(
  statement: Readonly<Record<string, unknown>>,
  keys: Keys,
  version?: string,
): "yes" | "no" | "perhaps" | Decision["decision"] {
  const document = {
    ...(arguments.length < 3 ? { Version: "2012-10-17" } : version === undefined ? {} : { Version: version }),
    Statement: { Effect: "Allow", ...statement },
  };
  const decision = decide([{ name: "p", kind: "inline", document }], keys);
  switch (decision) {
    case "allowed":
      return "yes";
    case "implicitly denied":
      return "no";
    default:
      return decision === "cannot tell" ? "perhaps" : decision;
  }
}

function decide(
  identityPolicies: readonly PolicySource[],
  keys: Keys = {},
  resource: { readonly text: string; readonly open?: true } = {
    text: `arn:aws:sagemaker:us-east-1:${account}:training-job/ann-1`,
  },
): Decision["decision"] {
  const context = contextOf(
    Object.entries(keys).map(([key, value]) => [
      key,
      "state" in value ? value : { state: "known", values: value },
    ]),
  );
  const principal = { arn: `arn:aws:iam::${account}:user/ann`, account };
  return evaluate(
    { identityPolicies },
    { principal, action: "sagemaker:CreateTrainingJob", resource, context },
  ).decision;
}

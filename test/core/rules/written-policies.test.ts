import assert from "node:assert/strict";
import { check, createChecker } from "../../../core/src/check.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));
const notebookOf = (...cells: readonly string[]): Notebook => ({
  uri: "test.ipynb",
  cells: cells.map((text) => ({ kind: "code", language: "python", text })),
});
const told = (...cells: readonly string[]) =>
  check(notebookOf(...cells), environment).findings.flatMap(({ rule, span, message }) =>
    rule === "policy-condition-key-unknown" ? [[cells[span.cell]?.slice(span.from, span.to), message]] : [],
  );

const group = [
  "VpcSecurityGroup",
  "SageMaker has no condition key sagemaker:VpcSecurityGroup: sagemaker:VpcSecurityGroupIds is probably meant",
];

/** Policies that notebooks write, and what is told of each. */
const policies: Readonly<Record<string, readonly [text: string, ...found: (readonly string[])[]]>> = {
  "a dict for put_role_policy": [
    `\
import json, boto3
policy = {
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Deny", "Action": ["sagemaker:CreateTrainingJob"], "Resource": "*",
        "Condition": {"Null": {"sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroup": "true"}},
    }],
}
boto3.client("iam").put_role_policy(RoleName="r", PolicyName="p", PolicyDocument=json.dumps(policy))
`,
    group,
  ],
  "JSON text for create_policy": [
    `boto3.client("iam").create_policy(PolicyName="p", PolicyDocument='''{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*",
  "Condition": {
    "ForAnyValue:StringNotEqualsIfExists": {
      "sagemaker:VpcSubnets": ["subnet-a", "subnet-b"],
      "sagemaker:VpcSecurityGroup" : ["sg-a"]
    }
  }}}''')`,
    group,
  ],
  "text in text": [
    String.raw`doc = "{\"Condition\": {\"Null\": {\"sagemaker:VpcSecurityGroup\": \"true\"}}}"`,
    group,
  ],
  "a file": [
    `%%writefile policy.json
{"Condition": {"Bool": {"sagemaker:NetworkIsolatoin": "false"}}}`,
    [
      "NetworkIsolatoin",
      "SageMaker has no condition key sagemaker:NetworkIsolatoin: sagemaker:NetworkIsolation is probably meant",
    ],
  ],
  "a key that AWS has replaced": [
    `{'Condition': {'Null': {'sagemaker:VolumeKmsKey': 'true'}}}`,
    [
      "VolumeKmsKey",
      "AWS has replaced the condition key sagemaker:VolumeKmsKey by sagemaker:VolumeKmsKeyArn",
    ],
  ],
  "right names, in any case, and names of which nothing is known": [
    `{"Null": {"sagemaker:vpcsubnets": "true"}, "Bool": {"sagemaker:QuantumBackend": "true"}}`,
  ],
  "what is no condition": [
    `costs = {"limits": {"sagemaker:VpcSecurityGroup": 1}, "sagemaker:VpcSecurityGroup": 2}`,
  ],
  "a variable in another key's value": [
    '{"StringEquals": {"aws:x": "${aws:PrincipalTag/team}", "sagemaker:VpcSecurityGroup": "sg-1"}}',
    group,
  ],
  "a comment": [`# {"Null": {"sagemaker:VpcSecurityGroup": "true"}}`],
};

describe("Policies that a notebook writes", () => {
  for (const [name, [text, ...found]] of Object.entries(policies)) {
    it(`are held against SageMaker's condition keys: ${name}`, () => {
      assert.deepEqual(told(text), found);
      assert.deepEqual(told(estimatorPrelude, "Estimator(**job, **keys, **network).fit()", text), found);
    });
  }

  const [text] = policies["a dict for put_role_policy"] ?? [""];

  it("are mended by the right name", () => {
    const notebook = notebookOf(text);
    const [finding] = check(notebook, environment).findings;
    const mended = editCells(notebook, finding?.fixes[0]?.edits ?? []);
    assert.equal(
      mended?.cells[0]?.text,
      text.replace('"sagemaker:VpcSecurityGroup"', '"sagemaker:VpcSecurityGroupIds"'),
    );
    assert.deepEqual(check(mended, environment).findings, []);
  });

  it("follow an edit above them, although no job depends on it", () => {
    const checker = createChecker();
    const [before, after] = [notebookOf("", text), notebookOf("", `\n${text}`)];
    const from = checker(before, environment).findings[0]?.span.from ?? NaN;
    assert.equal(checker(after, environment).findings[0]?.span.from, from + 1);
  });

  it("are left alone where the team has the rule off, or a comment keeps it quiet", () => {
    const notebook = notebookOf(text);
    const policy = { rules: { "policy-condition-key-unknown": "off" } } as const;
    assert.deepEqual(check(notebook, { ...environment, policy }).findings, []);
    const commented = text.replace(
      '"true"}},',
      '"true"}},  # preflight: ignore[policy-condition-key-unknown]',
    );
    const { findings, ignored } = check(notebookOf(commented), environment);
    assert.deepEqual([findings.length, ignored.length], [0, 1]);
  });
});

import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { dialectOf } from "../../../../core/src/dialects/index.js";
import { SharedPlaces } from "../../../../core/src/fixes/shared-places.js";
import { editCells } from "../../../../core/src/notebook/apply-edits.js";
import type { FieldChange } from "../../../../core/src/requests/request.js";

const nowhere = { facts: new Map(), online: false };
const definitions: readonly FieldChange[] = [
  { path: "TrainingJobDefinitions[1].VpcConfig.Subnets", value: ["subnet-1", "subnet-2"] },
  { path: "TrainingJobDefinitions[1].VpcConfig.SecurityGroupIds", value: ["sg-1"] },
];
const groups: readonly FieldChange[] = [
  { path: "InstanceGroups[1].OverrideVpcConfig.Subnets", value: ["subnet-1"] },
];
const json = `"VpcConfig": {"Subnets": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"]}`;
const shorthand = "VpcConfig={Subnets=[subnet-1,subnet-2],SecurityGroupIds=[sg-1]}";
const tune = "aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t";
const cluster = "aws sagemaker create-cluster --cluster-name c";
const hereDocument = (body: string, command: string) => `cat > job.json <<'EOF'\n${body}\nEOF\n${command}`;

interface Row {
  readonly before: string;
  /** `before` with the first text replaced by the second; undefined: it cannot be written. */
  readonly edit?: readonly [string, string];
  readonly changes?: readonly FieldChange[];
  readonly magic?: string;
}

const table: Readonly<Record<string, Row>> = {
  "an item of JSON": {
    before: `${tune} --training-job-definitions '[{"DefinitionName": "a"}, {"DefinitionName": "b"}]'`,
    edit: [`"b"`, `"b", ${json}`],
  },
  "an item of JSON in double quotes": {
    before: `${tune} --training-job-definitions "[{\\"DefinitionName\\": \\"a\\"}, {\\"DefinitionName\\": \\"b\\"}]"`,
    edit: [`\\"b\\"`, `\\"b\\", ${json.replaceAll('"', '\\"')}`],
  },
  "an item of JSON with variables": {
    before: `${tune} --training-job-definitions '[{"DefinitionName": "a"}, {"RoleArn": "'"$ROLE"'", "DefinitionName": "b"}]'`,
    edit: [`"b"`, `"b", ${json}`],
  },
  "one of several words of JSON": {
    before: `${tune} --training-job-definitions '{"DefinitionName": "a"}' '{"DefinitionName": "b"}'`,
    edit: [`"b"`, `"b", ${json}`],
  },
  "one of several words of shorthand": {
    before: `${tune} --training-job-definitions DefinitionName=a 'DefinitionName=b,RoleArn=r' --tags Key=k,Value=v`,
    edit: ["RoleArn=r", `RoleArn=r,${shorthand}`],
  },
  "a word of shorthand without quotes": {
    before: `${tune} --training-job-definitions DefinitionName=a DefinitionName=b`,
    edit: ["=b", `=b',${shorthand}'`],
  },
  "words on lines of their own": {
    before: `${tune} \\\n  --training-job-definitions \\\n    "DefinitionName=a" \\\n    "DefinitionName=b"`,
    edit: ["=b", `=b,${shorthand}`],
  },
  "the lists of an item": {
    before: `${cluster} --instance-groups 'InstanceGroupName=a' 'InstanceGroupName=b,OverrideVpcConfig={Subnets=[subnet-9,subnet-8],SecurityGroupIds=[sg-9]}'`,
    edit: ["[subnet-9,subnet-8]", "[subnet-1]"],
    changes: groups,
  },
  "the lists of an item, in JSON": {
    before: `${cluster} --instance-groups '[{"InstanceGroupName": "a"}, {"OverrideVpcConfig": {"Subnets": ["subnet-9"], "SecurityGroupIds": ["sg-9"]}}]'`,
    edit: [`["subnet-9"]`, `["subnet-1"]`],
    changes: groups,
  },
  "JSON of the whole request": {
    before: `${tune} --cli-input-json '{"TrainingJobDefinitions": [{"DefinitionName": "a"}, {"DefinitionName": "b"}]}'`,
    edit: [`"b"`, `"b", ${json}`],
  },
  "a here-document of the whole request": {
    before: hereDocument(
      `{"TrainingJobDefinitions": [\n  {"DefinitionName": "a"},\n  {\n    "DefinitionName": "b"\n  }\n]}`,
      `${tune} --cli-input-json file://job.json`,
    ),
    edit: [`"b"`, `"b",\n    ${json}`],
  },
  "a here-document of the one member": {
    before: hereDocument(
      `[{"DefinitionName": "a"}, {"DefinitionName": "b"}]`,
      `${tune} --training-job-definitions file://job.json`,
    ),
    edit: [`"b"`, `"b", ${json}`],
  },
  "what echo writes into a file": {
    before: `echo '[{"DefinitionName": "a"}, {"DefinitionName": "b"}]' > d.json\n${tune} --training-job-definitions file://d.json`,
    edit: [`"b"`, `"b", ${json}`],
  },
  "a line of IPython": {
    before: `!${tune} --training-job-definitions '[{"DefinitionName": "a"}, {"DefinitionName": "b"}]'`,
    edit: [`"b"`, `"b", ${json}`],
    magic: "",
  },
  "a line of IPython that fills in what Python has": {
    before: `role = "r"\n!${tune} --training-job-definitions '[{{"RoleArn": "{role}"}}, {{"DefinitionName": "b"}}]'`,
    edit: [`"b"`, `"b", ${json.replaceAll("{", "{{").replaceAll("}", "}}")}`],
    magic: "",
  },
  "a %%sh cell": {
    before: `${tune} --training-job-definitions DefinitionName=a DefinitionName=b,RoleArn=r`,
    edit: ["RoleArn=r", `RoleArn=r',${shorthand}'`],
    magic: "%%sh\n",
  },
  "not into items of a variable": {
    before: `D='[{"DefinitionName": "a"}, {"DefinitionName": "b"}]'\n${tune} --training-job-definitions "$D"`,
  },
  "not beside items that may be more": {
    before: `${tune} --training-job-definitions $MORE DefinitionName=a DefinitionName=b`,
  },
};

describe("fields of an item of a list are written into a command of the AWS CLI:", () => {
  for (const [name, { before, edit, changes = definitions, magic = "%%bash\n" }] of Object.entries(table)) {
    it(name, () => {
      const text = `${magic}${before}`;
      const after = edit && text.replace(edit[0], () => edit[1]);
      assert.equal(written(text, changes), after);
      if (after !== undefined) assert.equal(written(after, changes), after, "what is there stays");
    });
  }

  it("a script", () => {
    const row = table["words on lines of their own"] ?? assert.fail();
    const [from = "", to = ""] = row.edit ?? [];
    assert.equal(
      written(row.before, definitions, "shellscript"),
      row.before.replace(from, () => to),
    );
  });
});

/** The text after the changes; undefined: they cannot be written. */
function written(text: string, changes: readonly FieldChange[], language = "python"): string | undefined {
  const notebook = { uri: "a", cells: [{ kind: "code" as const, language, text }] };
  const { requests } = check(notebook, nowhere);
  const request =
    requests.find(({ part = "" }) => part !== "" && changes[0]?.path.startsWith(part)) ?? requests[0];
  assert.ok(request);
  const places = new SharedPlaces(requests);
  const edits = dialectOf(request)?.write(request, changes, notebook, {
    isOthers: (span) => places.isOthers(span, request, changes),
    nameOf: () => undefined,
  });
  return edits && editCells(notebook, edits)?.cells[0]?.text;
}

import assert from "node:assert/strict";
import { check, createChecker } from "../../../core/src/check.js";
import { noEnvironment, type Environment } from "../../../core/src/environment.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import { notebookOf } from "../../support/notebooks.js";

const call = `from sagemaker.estimator import Estimator
Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large").fit()`;

describe("rules/ignored-rule-unknown", () => {
  const told = (code: string, environment: Environment = noEnvironment) =>
    check(notebookOf(code), environment).findings.filter(({ rule }) => rule === "ignored-rule-unknown");
  const texts = (code: string, environment?: Environment) =>
    told(code, environment).map(({ span, message }) => [code.slice(span.from, span.to), message]);
  const meant = (name: string, nearest?: string) => [
    name,
    `There is no rule '${name}' that a comment could keep quiet${nearest === undefined ? "" : `; is '${nearest}' meant?`}`,
  ];

  it("tells each name that is no rule's, and which is probably meant", () => {
    const comment = "# noqa # preflight: ignore[ vpc-config-mising, output-key-missing ,all]";
    for (const code of [`${call}  ${comment}`, comment])
      assert.deepEqual(texts(code), [meant("vpc-config-mising", "vpc-config-missing"), meant("all")]);
  });

  it("writes the name that is meant, which then has an effect", () => {
    const notebook = notebookOf(`${call}  # preflight: ignore[vpc-config-mising] why`);
    const [fix] = told(notebook.cells[0]?.text ?? "")[0]?.fixes ?? [];
    const after = editCells(notebook, fix?.edits ?? []);
    assert.ok(after !== undefined);
    assert.ok(after.cells[0]?.text.endsWith("# preflight: ignore[vpc-config-missing] why"));
    const { findings, ignored } = check(after, noEnvironment);
    assert.ok(!findings.some(({ rule }) => rule === "ignored-rule-unknown"));
    assert.deepEqual(
      ignored.map(({ rule }) => rule),
      ["vpc-config-missing"],
    );
  });

  it("says nothing of names that are right, of no name, of other comments and where none has an effect", () => {
    for (const comment of ["ignore[vpc-config-missing]", "ignore[]", "ignore[vpc-config-missing,]", "ignore"])
      assert.deepEqual(texts(`${call}  # preflight: ${comment}`), []);
    const wrong = `${call}  # preflight: ignore[vpc-config-mising]`;
    assert.deepEqual(texts(wrong, { ...noEnvironment, policy: { ignoreComments: "forbidden" } }), []);
    assert.deepEqual(
      texts(wrong, { ...noEnvironment, policy: { rules: { "ignored-rule-unknown": "off" } } }),
      [],
    );
    assert.deepEqual(texts(wrong.replace("mising]", "mising, ignored-rule-unknown]")), []);
  });

  it("comes and goes as the comment is written, in a cell that no job depends on", () => {
    const checker = createChecker();
    const count = (other: string) =>
      checker(notebookOf(call, other), noEnvironment).findings.filter(
        ({ rule }) => rule === "ignored-rule-unknown",
      ).length;
    assert.deepEqual(
      ["x = 1", "x = 1  # preflight: ignore[y]", "x = 2  # preflight: ignore[y]", "x = 2"].map(count),
      [0, 1, 1, 0],
    );
  });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sagemakerKey } from "../../../core/src/catalog/sagemaker-condition-keys.js";
import type { References } from "../../../core/src/rules/define-rule.js";
import { rules } from "../../../core/src/rules/index.js";

const forms: Readonly<Record<keyof References, RegExp>> = {
  prowler: /^sagemaker_[a-z_]+$/,
  steampipe: /^sagemaker_[a-z_]+$/,
  config: /^SAGEMAKER_[A-Z_]+$/,
  securityHub: /^SageMaker\.\d+$/,
  checkov: /^CKV2?_AWS_\d+$/,
  cfnLint: /^E\d{4}$/,
  conditionKeys: /^(?:sagemaker:\w+|aws:(?:TagKeys|RequestTag\/\$\{TagKey\}))$/,
};

describe("What a rule refers to elsewhere", () => {
  const referring = rules.flatMap(({ id, references }) => (references ? [{ id, references }] : []));

  it("has the form that the other tool's names have, each once", () => {
    for (const { id, references } of referring) {
      for (const [tool, ids] of Object.entries(references) as [keyof References, readonly string[]][]) {
        assert.ok(ids.length > 0 && new Set(ids).size === ids.length, `${id} ${tool}`);
        for (const one of ids) assert.match(one, forms[tool], id);
      }
    }
  });

  it("is a condition key that SageMaker has", () => {
    for (const { id, references } of referring)
      for (const key of references.conditionKeys ?? [])
        if (key.startsWith("sagemaker:"))
          assert.equal(`sagemaker:${sagemakerKey(key.slice("sagemaker:".length))}`, key, id);
  });

  it("is on the rule's page", () => {
    for (const { id, references } of referring) {
      const page = readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), "utf8");
      for (const one of Object.values(references).flat())
        assert.ok(page.includes(`\`${one}\``), `${id}: ${one}`);
    }
  });
});

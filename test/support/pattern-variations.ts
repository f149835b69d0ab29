import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import type { JobRequest } from "../../core/src/requests/request.js";

/**
 * Cells, after one that imports Estimator and has `job`, its other arguments. Of each request the subnets: `a1`: known;
 * `none`: not sent; `conditional`, `unknown` and `partial` as a field is.
 */
export type Variations = Readonly<Record<string, readonly [readonly string[] | string, readonly string[]]>>;

export function testVariations(title: string, variations: Variations): void {
  describe(title, () => {
    for (const [name, [cells, expected]] of Object.entries(variations)) {
      it(name, () => {
        assert.deepEqual(subnets(typeof cells === "string" ? [cells] : cells), expected);
      });
    }
  });
}

const job = `from sagemaker.estimator import Estimator\njob = dict(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.large")\n`;

function subnets(cells: readonly string[]): readonly string[] {
  const all = [job, ...cells].map((text) => ({ kind: "code", language: "python", text }) as const);
  return check({ uri: "a.ipynb", cells: all }, { facts: new Map(), online: true }).requests.map(shown);
}

function shown({ localMode, fields }: JobRequest): string {
  if (localMode === true) return "local";
  // Of a pipeline's step below its arguments
  const [, field] = [...fields].find(([path]) => /(?:^|\.)VpcConfig\.Subnets$/.test(path)) ?? [];
  if (field?.state !== "known") return field?.state ?? "none";
  return Array.isArray(field.value) ? field.value.join(" ") : JSON.stringify(field.value);
}

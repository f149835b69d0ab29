import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beginningOf } from "../../core/src/python/text-pattern.js";
import type { Value } from "../../core/src/python/value.js";
import { valueOf } from "../../core/src/requests/parameters-of.js";
import type { Field, FieldPath, Json } from "../../core/src/requests/request.js";

/** What the methods that launch jobs add to them: members that are compared as deep as they are known. */
export const detailedPaths: readonly FieldPath[] = [
  "InputDataConfig",
  "ProcessingInputs",
  "ProcessingOutputConfig.Outputs",
  "OutputDataConfig.S3OutputPath",
  "TransformOutput.S3OutputPath",
  "TransformInput",
  "TransformInput.DataSource.S3DataSource.S3Uri",
  "TransformInput.DataSource.S3DataSource.S3DataType",
  "TransformInput.ContentType",
  "TransformInput.CompressionType",
  "TransformInput.SplitType",
  "CheckpointConfig.S3Uri",
  "CheckpointConfig.LocalPath",
  "PrimaryContainer.ModelDataUrl",
  "PrimaryContainer.ModelDataSource",
  "PrimaryContainer.Image",
  "AlgorithmSpecification.TrainingImage",
  "AppSpecification.ImageUri",
  "AutoMLJobInputDataConfig",
  "Tags",
  "ExperimentConfig",
  "EndpointName",
  "EndpointConfigName",
];

const world = JSON.parse(readFileSync(join(import.meta.dirname, "world.json"), "utf8")) as {
  readonly region: string;
  readonly GetCallerIdentity: { readonly Account: string };
};
const caller = { region: world.region, account: world.GetCallerIdentity.Account };

/** Everything that is known of the field is what was sent. */
export function compareDetail(path: FieldPath, field: Field, sent: Json | undefined): void {
  const wrong = differenceOf(valueOf(field), sent, path);
  assert.equal(wrong, undefined, wrong);
}

/** Undefined: none. */
function differenceOf(value: Value, sent: Json | undefined, path: FieldPath): string | undefined {
  const differs = (what: string) => `${path}: ${what}, but the SDK sends ${JSON.stringify(sent)}`;
  switch (value.kind) {
    case "constant":
      return value.data === sent ? undefined : differs(JSON.stringify(value.data));
    case "absent":
      return sent === undefined ? undefined : differs("not predicted");
    case "unknown": {
      if (value.pattern === undefined) return undefined;
      const { text, isWhole } = beginningOf(value.pattern, caller);
      if (typeof sent !== "string") return typeof sent === "object" ? undefined : differs(text);
      return (isWhole ? sent === text : sent.startsWith(text)) ? undefined : differs(text);
    }
    case "either": {
      const all = value.values.map((one) => differenceOf(one, sent, path));
      return all.includes(undefined) ? undefined : all[0];
    }
    case "list":
    case "tuple": {
      if (!Array.isArray(sent)) return differs("a list");
      const items = sent as readonly Json[];
      if (value.open ? items.length < value.items.length : items.length !== value.items.length)
        return differs(`${value.items.length} items`);
      return firstOf(value.items.map((item, index) => differenceOf(item, items[index], `${path}[${index}]`)));
    }
    case "dict": {
      if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return differs("a structure");
      const members = sent as Readonly<Record<string, Json>>;
      const more = Object.keys(members).filter((name) => !value.entries.has(name));
      if (!value.open && more.length > 0) return differs(`no ${more.join()}`);
      return firstOf(
        [...value.entries].map(([name, one]) => differenceOf(one, members[name], `${path}.${name}`)),
      );
    }
    default:
      return undefined;
  }
}

function firstOf(all: readonly (string | undefined)[]): string | undefined {
  return all.find((one) => one !== undefined);
}

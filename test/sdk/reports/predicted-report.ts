import { operationOf } from "../../../core/src/catalog/sagemaker-api.js";
import type { Value } from "../../../core/src/python/value.js";
import type { Json } from "../../../core/src/requests/request.js";
import { problemsOf } from "../../../core/src/requests/parameter-problems.js";
import type { RandomRequest } from "./random-parameters.js";

/** What the product says that botocore reports; null: nothing, the request is sent. */
export function predictedReport({ operation, parameters }: RandomRequest): string | null {
  const input = operationOf(operation)?.input;
  if (input === undefined) throw new Error(`no operation ${operation}`);
  const reports = problemsOf(toValue(parameters), input).flatMap(({ report }) => report ?? []);
  return reports.length === 0 ? null : reports.join("\n");
}

function toValue(json: Json): Value {
  if (json === null || typeof json !== "object") return { kind: "constant", data: json };
  if (isList(json)) return { kind: "list", items: json.map(toValue), open: false };
  const entries = new Map(Object.entries(json).map(([name, value]) => [name, toValue(value)]));
  return { kind: "dict", entries, open: false };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

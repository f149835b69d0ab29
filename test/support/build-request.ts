import type { Span } from "../../core/src/notebook/span.js";
import type { Field, Json, JobRequest } from "../../core/src/requests/request.js";

/** A span in a cell that has the text of the field at that place: tests tell findings apart by it. */
export const nameSpan: Span = { cell: 0, from: 0, to: 9 };

/** A training job's request with these fields known; a `Field` is taken as it is. */
export function buildRequest(
  fields: Readonly<Record<string, Json | Field>>,
  more: Partial<JobRequest> = {},
): JobRequest {
  let from = 100;
  const entries = Object.entries(fields).map(([path, value]): [string, Field] => {
    if (isField(value)) return [path, value];
    const span: Span = { cell: 0, from, to: from + 50 };
    const items = Array.isArray(value)
      ? (value as readonly Json[]).map((item, index) => ({
          value: item,
          span: { cell: 0, from: span.from + 1 + index, to: span.from + 2 + index },
        }))
      : undefined;
    from += 100;
    return [path, { state: "known", value, origin: { from: "argument" }, span, ...(items ? { items } : {}) }];
  });
  return {
    operation: "CreateTrainingJob",
    client: "sagemaker-v2",
    name: "Estimator",
    span: { cell: 0, from: 0, to: 99 },
    nameSpan,
    launches: [],
    regionUnknown: false,
    localMode: false,
    fields: new Map(entries),
    call: {
      callee: "sagemaker.estimator.Estimator",
      span: { cell: 0, from: 0, to: 99 },
      nameSpan,
      parentheses: { cell: 0, from: 9, to: 99 },
      arguments: [],
    },
    ...more,
  };
}

function isField(value: Json | Field): value is Field {
  return typeof value === "object" && value !== null && "state" in value && "origin" in value;
}

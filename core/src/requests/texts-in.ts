import type { Span } from "../notebook/span.js";
import type { TextPattern } from "../python/text-pattern.js";
import type { Value } from "../python/value.js";
import { parametersOf } from "./parameters-of.js";
import type { FieldPath, JobRequest } from "./request.js";

/** A text that the request is known to carry, however deep: `InputDataConfig[0].DataSource.S3DataSource.S3Uri`. */
export interface TextInRequest {
  readonly path: FieldPath;
  readonly value: string;
  /** Where it was written, if that is known. */
  readonly span?: Span;
  readonly onOneBranch: boolean;
}

/** A member of which only running code knows what it is. `why` completes "not known: …". */
export interface UnknownInRequest {
  readonly path: FieldPath;
  readonly why: string;
  /** It is a text, of which this is known. */
  readonly pattern?: TextPattern;
  readonly span?: Span;
  readonly onOneBranch: boolean;
}

/** All texts that are known of a request, in the order of its members; of one that holds several jobs, of the part. */
export function textsIn(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
): readonly TextInRequest[] {
  return leavesOf(request).texts.filter(({ path }) => path.startsWith(request.part ?? ""));
}

/** What is not known of a request, in the same order; nothing of what an SDK adds. */
export function unknownsIn(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
): readonly UnknownInRequest[] {
  return leavesOf(request).unknown.filter(({ path }) => path.startsWith(request.part ?? ""));
}

interface Leaves {
  readonly texts: readonly TextInRequest[];
  readonly unknown: readonly UnknownInRequest[];
}

function leavesOf({ fields, parameters }: Pick<JobRequest, "fields" | "parameters">): Leaves {
  const leaves = remembered.get(fields) ?? leavesAt(parameters ?? parametersOf(fields, { whole: false }));
  remembered.set(fields, leaves);
  return leaves;
}

/** Several rules look at the same request, and it does not change. */
const remembered = new WeakMap<JobRequest["fields"], Leaves>();

function leavesAt(root: Value): Leaves {
  const texts: TextInRequest[] = [];
  const unknown: UnknownInRequest[] = [];
  const visit = (value: Value, path: FieldPath, onOneBranch: boolean): void => {
    switch (value.kind) {
      case "constant":
        if (typeof value.data === "string")
          texts.push({ path, value: value.data, onOneBranch, ...(value.span ? { span: value.span } : {}) });
        return;
      case "list":
      case "tuple":
        value.items.forEach((item, index) => {
          visit(item, `${path}[${index}]`, onOneBranch);
        });
        if (value.open)
          unknown.push({ path: `${path}[]`, why: "the list has more than is known", onOneBranch });
        return;
      case "dict":
        for (const [name, entry] of value.entries)
          visit(entry, path === "" ? name : `${path}.${name}`, onOneBranch);
        return;
      case "either":
        for (const one of value.values) visit(one, path, true);
        return;
      case "unknown":
        unknown.push({
          path,
          why: value.why,
          onOneBranch,
          ...(value.pattern ? { pattern: value.pattern } : {}),
          ...(value.span ? { span: value.span } : {}),
        });
        return;
      case "object":
        unknown.push({ path, why: `it is a ${value.type}`, onOneBranch });
        return;
      default:
    }
  };
  visit(root, "", false);
  return { texts, unknown };
}

import type { Span } from "../notebook/span.js";
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

/** All texts that are known of a request, in the order of its members; of one that holds several jobs, of the part. */
export function textsIn(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
): readonly TextInRequest[] {
  const { fields, parameters, part = "" } = request;
  const known = remembered.get(fields) ?? textsAt(parameters ?? parametersOf(fields, { whole: false }));
  remembered.set(fields, known);
  return part === "" ? known : known.filter(({ path }) => path.startsWith(part));
}

/** Several rules look at the same request, and it does not change. */
const remembered = new WeakMap<JobRequest["fields"], readonly TextInRequest[]>();

function textsAt(root: Value): readonly TextInRequest[] {
  const texts: TextInRequest[] = [];
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
        return;
      case "dict":
        for (const [name, entry] of value.entries)
          visit(entry, path === "" ? name : `${path}.${name}`, onOneBranch);
        return;
      case "either":
        for (const one of value.values) visit(one, path, true);
        return;
      default:
    }
  };
  visit(root, "", false);
  return texts;
}

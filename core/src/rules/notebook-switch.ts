import type { CannotTell, RuleFinding } from "./define-rule.js";
import { isSent } from "./flag-of.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** A setting of a notebook instance that is `Enabled` unless the request says `Disabled`. */
interface Switch {
  readonly path: string;
  readonly message: string;
  readonly title: string;
}

/** A finding where it is on. @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html */
export function* switchFindings(
  request: RuleRequest,
  { path, message, title }: Switch,
): Iterable<RuleFinding | CannotTell> {
  const field = fieldAt(request, path);
  const values = field?.state === "conditional" ? (field.values ?? []) : [field?.value];
  const isWhole = field === undefined ? isSent(request, path, false) === false : field.why === undefined;
  if (!isWhole) {
    yield { cannotTell: field?.why ?? `${path} is known only when the notebook runs` };
    return;
  }
  const on = values.filter((value) => value !== "Disabled");
  if (on.length === 0) return;
  yield {
    span: field?.span ?? request.nameSpan,
    message,
    onOneBranch: on.length < values.length,
    fixes: [{ propose: "set", title, safety: "unsafe", changes: [{ path, value: "Disabled" }] }],
  };
}

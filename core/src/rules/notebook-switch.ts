import type { CannotTell, RuleFinding } from "./define-rule.js";
import { isSent } from "./flag-of.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** A setting of a notebook instance that is `Enabled` unless the request says `Disabled`, or of a domain that is alike. */
interface Switch {
  readonly path: string;
  /** The value with which it is off; `Disabled`, when not given. */
  readonly off?: string;
  /** What is left out stays as it is. */
  readonly isKept?: boolean;
  readonly message: string;
  readonly title: string;
}

/** A finding where it is on. @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html */
export function* switchFindings(
  request: RuleRequest,
  { path, off = "Disabled", isKept = false, message, title }: Switch,
): Iterable<RuleFinding | CannotTell> {
  const field = fieldAt(request, path);
  const values = field?.state === "conditional" ? (field.values ?? []) : [field?.value];
  const isWhole =
    field === undefined ? !isKept && isSent(request, path, false) === false : field.why === undefined;
  if (!isWhole) {
    yield {
      cannotTell:
        field?.why ?? (isKept ? `what ${path} is set to` : `${path} is known only when the notebook runs`),
    };
    return;
  }
  const on = values.filter((value) => value !== off);
  if (on.length === 0) return;
  yield {
    span: field?.span ?? request.nameSpan,
    message,
    onOneBranch: on.length < values.length,
    fixes: [{ propose: "set", title, safety: "unsafe", changes: [{ path, value: off }] }],
  };
}

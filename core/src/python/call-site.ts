import type { Span } from "../notebook/span.js";
import type { Value } from "./value.js";

/** One argument as written. `star`: `*value` or `**value`. */
export interface Argument {
  readonly name?: string;
  readonly star?: "*" | "**";
  /** The parameter that it is for, when it is given by position and the callee is known. */
  readonly parameter?: string;
  /** The whole argument, name included. */
  readonly span: Span;
  readonly value: Value;
  readonly valueSpan: Span;
}

/** A call as written, for edits: the callee, the parentheses, the arguments in order. */
export interface CallSite {
  /** Canonical import path (`sagemaker.estimator.Estimator`) or `service.operation` of a client. */
  readonly callee: string;
  /** From the callee's first character to the closing parenthesis. */
  readonly span: Span;
  /** The last name of the callee: `Estimator` of `sagemaker.estimator.Estimator`. */
  readonly nameSpan: Span;
  /** From the opening to the closing parenthesis, both included. */
  readonly parentheses: Span;
  readonly arguments: readonly Argument[];
}

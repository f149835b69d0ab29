import type { Span } from "../notebook/span.js";
import type { ValueAt } from "./value.js";

/** One argument as written. `star`: `*value` or `**value`. */
export interface ArgumentAt<Where> {
  readonly name?: string;
  readonly star?: "*" | "**";
  /** The parameter that it is for, when it is given by position and the callee is known. */
  readonly parameter?: string;
  /** The whole argument, name included. */
  readonly span: Where;
  /** As it was at the call. */
  readonly value: ValueAt<Where>;
  readonly valueSpan: Where;
}

/** A call as written, for edits: the callee, the parentheses, the arguments in order. */
export interface CallSiteAt<Where> {
  /** Canonical import path (`sagemaker.estimator.Estimator`) or `service.operation` of a client. */
  readonly callee: string;
  /** From the callee's first character to the closing parenthesis. */
  readonly span: Where;
  /** The last name of the callee: `Estimator` of `sagemaker.estimator.Estimator`. */
  readonly nameSpan: Where;
  /** From the opening to the closing parenthesis, both included. */
  readonly parentheses: Where;
  readonly arguments: readonly ArgumentAt<Where>[];
  /** It is written in a module beside the notebook; the places are those of the notebook's call that leads to it. */
  readonly outside?: true;
  /** It is within the body of a `try`: the names of the exceptions after which the notebook goes on. */
  readonly caught?: readonly string[];
  /** It is a call of one of the things that the receiver may be, on a branch that perhaps only the others take. */
  readonly ofOneOfSeveral?: true;
}

export type Argument = ArgumentAt<Span>;
export type CallSite = CallSiteAt<Span>;

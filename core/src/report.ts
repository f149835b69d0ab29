import type { Question } from "./account/question.js";
import type { Reading } from "./account/fact.js";
import type { Edit, Span } from "./notebook/span.js";
import type { FieldChange, JobRequest, MadeObject } from "./requests/request.js";

export type Severity = "error" | "warning" | "info";

/** The gravest first. */
export const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What a finding rests on. */
export type Evidence =
  /** An answer of AWS: "ec2:DescribeSubnets, account 1111…, us-east-1". */
  | { readonly kind: "reading"; readonly says: string; readonly read: Reading }
  /** A document, with its address. */
  | { readonly kind: "document"; readonly says: string; readonly url: string }
  /** What the team's policy asks, and where: its file, as it is shown to people, and the 1-based line. */
  | { readonly kind: "policy"; readonly says: string; readonly path: string; readonly line: number };

export interface Fix {
  readonly title: string;
  /** `safe`: adds what is missing with values proved to work; may be applied all at once. `unsafe`: replaces what the author wrote. */
  readonly safety: "safe" | "unsafe";
  readonly changes: readonly FieldChange[];
  readonly edits: readonly Edit[];
  /** Instead of edits, which are none then: the values are in a file beside the notebook. */
  readonly fileEdits?: readonly FileEdit[];
}

/** A replacement in a file beside the notebook, in UTF-16 code units of the text that the host gave of it. */
export interface FileEdit {
  /** As in `Report.files`. */
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** Why it matters, one sentence, from the rule. */
  readonly why: string;
  /** The rule's source document. */
  readonly source: string;
  readonly evidence: readonly Evidence[];
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** Best first. Complete once `asks` is empty. */
  readonly fixes: readonly Fix[];
  /** Questions whose answers would give more fixes; asked when the user asks for a fix, never before. */
  readonly asks: readonly Question[];
  /** What to do where there is no fix: in words, or why none can be written. */
  readonly remedy?: string;
  /** Index into `Report.requests`; several findings of one call share it. −1: about a policy or a comment that the notebook writes. */
  readonly request: number;
  /** Other requests that the same is told of: they take what is wrong from the same place. */
  readonly alsoRequests?: readonly number[];
}

export type Verdict =
  | { readonly state: "passes" | "fails" | "not applicable" }
  /**
   * `for`: the question that was not answered, or in words what is not known. `isUnanswered`: AWS was not asked or did
   * not say; absent where only the notebook, when it runs, knows the rest.
   */
  | { readonly state: "cannot tell"; readonly for: readonly string[]; readonly isUnanswered?: true };

/** A cell that could not be read whole, the rest of it was still checked; or the first one of a notebook that is not read. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
}

/** What could not be told because a call to AWS failed: once for each IAM action, naming it. */
export interface Gap {
  readonly action: string;
  readonly why: string;
  readonly detail: string;
}

/** Plain data; the same notebook and environment give the same report. */
export interface Report {
  readonly requests: readonly JobRequest[];
  /** Objects that could start jobs, and are shown at no request: parts of others, or never used. */
  readonly objects: readonly MadeObject[];
  readonly findings: readonly Finding[];
  /** Those that a comment of the notebook keeps quiet, `# preflight: ignore[rule-id] reason`; they are counted. */
  readonly ignored: readonly Finding[];
  /** By index into `requests`: rule id → verdict. */
  readonly verdicts: readonly ReadonlyMap<string, Verdict>[];
  /** Not asked yet, and needed for a verdict. Empty: the report is final for these facts. */
  readonly questions: readonly Question[];
  readonly gaps: readonly Gap[];
  /**
   * The files that the check looks at; those that the environment has no answer for yet are to be read, and the notebook
   * checked again. Also what to watch: when one changes, so may the report.
   */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** The notebook's language, where all of its code is in one that is not read: that nothing was found says nothing. */
  readonly unread?: string;
}

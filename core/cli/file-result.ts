import type { Gap } from "../src/report.js";
import type { JsonReport } from "./json-report.js";

/** `github`: lines that GitHub's workflows show beside the code. `sarif`: SARIF 2.1.0, for code scanning. */
export const formats = ["text", "json", "github", "sarif"] as const;
export type Format = (typeof formats)[number];

/** What decides how a file is shown; plain data. */
export interface Rendering {
  readonly format: Format;
  readonly verbose: boolean;
  /** Whether the terminal takes them and nobody forbade them. */
  readonly colours: boolean;
  readonly fix: boolean;
}

/** All that printing needs of one path, so that the check need not be there: plain data. */
export interface FileResult {
  readonly path: string;
  /** Why the file could not be read or written. */
  readonly error: string | null;
  /** In text its blocks, for GitHub its lines, absent when it has none; in JSON and SARIF an object of the report. */
  readonly printed?: string;
  readonly tally: Tally;
}

/** What the last lines of a text, and the exit code, say of all files together. */
export interface Tally {
  readonly jobs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Kept quiet by comments. */
  readonly ignored: number;
  /** Fixes that were made. */
  readonly fixed: number;
  /** Verdicts that are "cannot tell". */
  readonly open: number;
  /** There is a finding that the account could offer fixes for. */
  readonly couldOffer: boolean;
  /** It is no file but a job that SageMaker has already. */
  readonly isJob: boolean;
  /** It is a notebook of another language: nothing of it was checked. */
  readonly isUnread: boolean;
  readonly gaps: readonly Gap[];
}

export const emptyTally: Tally = {
  jobs: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  ignored: 0,
  fixed: 0,
  open: 0,
  couldOffer: false,
  isJob: false,
  isUnread: false,
  gaps: [],
};

/** The account that was asked, in the words of both formats. */
export interface AskedAccount {
  readonly text: string;
  readonly json: NonNullable<JsonReport["account"]>;
}

import type { Span } from "../notebook/span.js";
import type { CallSiteAt } from "./call-site.js";
import type { WrittenSpan } from "./text-version.js";
import type { ValueAt } from "./value.js";

/** Arguments of a recorded call, after `*` and `**` were expanded and frozen as they were at the call. */
export interface FrozenArgumentsAt<Where> {
  readonly positional: readonly ValueAt<Where>[];
  readonly keywords: ReadonlyMap<string, ValueAt<Where>>;
  readonly openKeywords: boolean;
  readonly openPositional: boolean;
  readonly twice?: string;
}

/** What the library wants to be told of: a class instantiated, or a method or function called. In order of execution. */
export type CallRecordAt<Where> =
  | {
      readonly kind: "construction";
      readonly type: string;
      readonly id: number;
      readonly site: CallSiteAt<Where>;
      /** Where the arguments are given, when that is `super().__init__(…)` in a class of the notebook. */
      readonly inner?: CallSiteAt<Where>;
      /** The object as its constructor left it. */
      readonly self: ValueAt<Where>;
      readonly arguments: FrozenArgumentsAt<Where>;
    }
  | {
      readonly kind: "invocation";
      /** The class of the object, or "" for a function. */
      readonly type: string;
      /** Of the object that the method was called on; undefined for functions. */
      readonly id?: number;
      readonly method: string;
      /** Tells the calls of one place apart: what a method gives has it too. */
      readonly call?: number;
      /** Not the notebook asks for the job: what it gives the request to does. */
      readonly through?: "AWS Batch";
      readonly site: CallSiteAt<Where>;
      /** The object as it was at the call. */
      readonly self?: ValueAt<Where>;
      readonly arguments: FrozenArgumentsAt<Where>;
    };

/** What tells a call of a method from others, written out: it is copied for every call. */
export function marksOf({ id, call, through }: Marks): Marks {
  if (through !== undefined)
    return { ...(id === undefined ? {} : { id }), ...(call === undefined ? {} : { call }), through };
  if (call === undefined) return id === undefined ? {} : { id };
  return id === undefined ? { call } : { id, call };
}

type Marks = Pick<Extract<CallRecordAt<unknown>, { kind: "invocation" }>, "id" | "call" | "through">;

/**
 * A command that the notebook has a shell run, or a whole script: what the shell gets, in pieces. A piece with a value
 * is where IPython fills one in.
 */
export interface ShellRecordAt<Where> {
  /** The command as written. */
  readonly span: Where;
  readonly pieces: readonly ShellPieceAt<Where>[];
  /** The words that a script is called with, `$1` first. */
  readonly arguments: readonly ShellPieceAt<Where>[];
  /** IPython reads the text first: `{name}`, `$name`. */
  readonly interpolated: boolean;
  /** The shell makes several words of `{a,b}`, as bash does; false: perhaps not, as dash. */
  readonly expandsBraces: boolean;
  /** It is a script that is a file of its own. */
  readonly isFile?: true;
  /** Variables of the environment that the notebook has set and the command could see. */
  readonly environment: ReadonlyMap<string, ValueAt<Where>>;
  /** What is in the files that the command names as `file://PATH` or reads, by path, as far as that is known. */
  readonly files: ReadonlyMap<string, FileContentAt<Where>>;
  /** The pieces are the text of a call in Python, or words, one each, that no shell reads. */
  readonly from?: "Python's text" | "Python's words";
  /** The list that such words were written out in. */
  readonly list?: Where;
}

/**
 * `file`: from the notebook's folder, where the command finds it. `span`: where the notebook has this very text. `value`:
 * what Python made the text of, an object of the type of `json.dumps(…)`.
 */
export type FileContentAt<Where> =
  | { readonly text: string; readonly file: string; readonly span?: Where }
  | { readonly value: ValueAt<Where> };

export type ShellPieceAt<Where> =
  { readonly text: string; readonly span: Where } | { readonly value: ValueAt<Where>; readonly span: Where };

export type FrozenArguments = FrozenArgumentsAt<Span>;
export type CallRecord = CallRecordAt<Span>;
export type ShellRecord = ShellRecordAt<Span>;
export type ShellPiece = ShellPieceAt<Span>;
export type FileContent = FileContentAt<Span>;
/** As the evaluator keeps it. */
export type WrittenRecord = CallRecordAt<WrittenSpan>;

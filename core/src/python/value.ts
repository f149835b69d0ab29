import type { Span } from "../notebook/span.js";
import type { TextPattern } from "./text-pattern.js";

/**
 * What is known of a Python value without running anything. Plain data: containers are frozen as they were when
 * the value was taken, so a later change of the list in the notebook does not show here.
 *
 * `span` is where the value was written, for a message or an edit; absent when it was computed.
 */
export type Value = ValueAt<Span>;

/** Where a value was read that is not written in the notebook. `line`: 1-based. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  /** It is a file of the SDK's defaults, which the SDK reads by itself. */
  readonly isDefault?: true;
}

/** `Where`: how places are told; the evaluator has its own way while texts change. */
export type ValueAt<Where> =
  | {
      readonly kind: "constant";
      readonly data: string | number | boolean | null;
      readonly span?: Where;
      readonly read?: FilePlace;
    }
  /** `open`: there may be more items than these, or these may have been changed by code that was not followed. */
  | {
      readonly kind: "list" | "tuple" | "set";
      readonly items: readonly ValueAt<Where>[];
      readonly open: boolean;
      readonly span?: Where;
      readonly read?: FilePlace;
    }
  | {
      readonly kind: "dict";
      readonly entries: ReadonlyMap<string, ValueAt<Where>>;
      readonly open: boolean;
      /** Where the key of an entry was written, as far as that is followed. */
      readonly keys?: ReadonlyMap<string, Where>;
      readonly span?: Where;
      readonly read?: FilePlace;
    }
  /**
   * An instance of a known class; `type` is its import path, for a class of the notebook that of the class it is made
   * of, and `members` its attributes so far. `open`: it may have more than these.
   */
  | {
      readonly kind: "object";
      readonly type: string;
      readonly members: ReadonlyMap<string, ValueAt<Where>>;
      readonly open?: true;
      readonly span?: Where;
    }
  /** Differs by branch: one of these, and which one is not known. An `absent` among them: perhaps not there at all. */
  | { readonly kind: "either"; readonly values: readonly ValueAt<Where>[]; readonly span?: Where }
  /** The dict key, keyword or attribute is not there on this branch. Only inside `either`. */
  | { readonly kind: "absent"; readonly span?: Where }
  /**
   * `why` completes "not known: …", for instance "get_execution_role() runs in the notebook". `pattern`: it is a text,
   * of which this is known.
   */
  | {
      readonly kind: "unknown";
      readonly why: string;
      readonly pattern?: TextPattern;
      /** Of what is imported: its path, `sagemaker.enums.EndpointType.MODEL_BASED`. */
      readonly path?: string;
      /** What the object's class, one of the notebook, has under the name. */
      readonly isOfClass?: true;
      readonly span?: Where;
    };

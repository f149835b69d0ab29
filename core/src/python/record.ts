import type { Site } from "./machine.js";
import type { Value } from "./value.js";

/** Arguments of a recorded call, after `*` and `**` were expanded and frozen as they were at the call. */
export interface FrozenArguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly openKeywords: boolean;
  readonly openPositional: boolean;
}

/** What the library wants to be told of: a class instantiated, or a method or function called. In order of execution. */
export type CallRecord =
  | {
      readonly kind: "construction";
      readonly type: string;
      readonly id: number;
      readonly site: Site;
      /** The object as its constructor left it. */
      readonly self: Value;
      readonly arguments: FrozenArguments;
    }
  | {
      readonly kind: "invocation";
      /** The class of the object, or "" for a function. */
      readonly type: string;
      /** Of the object that the method was called on; undefined for functions. */
      readonly id?: number;
      readonly method: string;
      readonly site: Site;
      /** The object as it was at the call. */
      readonly self?: Value;
      readonly arguments: FrozenArguments;
    };

/** What a data file says, as Python would read it, each value with its 1-based line. */
export type FileValue = (
  | {
      readonly kind: "constant";
      readonly type: "str" | "int" | "float" | "bool" | "none";
      readonly data: string | number | boolean | null;
    }
  | { readonly kind: "list"; readonly items: readonly FileValue[] }
  /** Keys are texts; a mapping with any other key is `unknown`. */
  | { readonly kind: "dict"; readonly entries: ReadonlyMap<string, FileValue> }
  | { readonly kind: "unknown"; readonly why: string }
) & { readonly line: number };

/** What could be made of the file's text. `problem`: Python's reader would raise. */
export type FileReading = { readonly value: FileValue } | { readonly problem: string; readonly line: number };

/** Deeper ones are not followed. */
export const deepestFileValue = 60;

/** Files with more values are not followed. */
export const mostFileValues = 20_000;

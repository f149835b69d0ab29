/** What a test asks of the editor. */
export type ProbeRequest =
  /** Brings a document to the front. */
  | { readonly do: "show"; readonly path: string }
  /** Makes a cell of the notebook in front the active one; `at`: the cursor is put there, if its editor gets the focus. */
  | { readonly do: "activate"; readonly cell: number; readonly at?: number }
  /** Selects in the text document in front. */
  | { readonly do: "select"; readonly from: number; readonly to: number }
  | { readonly do: "type"; readonly text: string }
  | { readonly do: "command"; readonly id: string; readonly args?: readonly unknown[] }
  | { readonly do: "language"; readonly cell: number; readonly language: string }
  /** Applies one of the quick fixes at the n-th diagnostic of the document in front, both counted round. */
  | { readonly do: "fix"; readonly diagnostic: number; readonly fix: number }
  | { readonly do: "state" };

export interface ShownDiagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning" | "info";
  readonly rule: string;
  readonly message: string;
}

export interface ShownCell {
  readonly kind: "code" | "markdown" | "raw";
  readonly language: string;
  readonly text: string;
  readonly diagnostics: readonly ShownDiagnostic[];
}

/** An open document as the editor has it, with what our extension says of it. */
export interface ShownDocument {
  readonly path: string;
  readonly isInFront: boolean;
  readonly isSaved: boolean;
  readonly cells: readonly ShownCell[];
}

export interface EditorState {
  readonly documents: readonly ShownDocument[];
  /** How many diagnostics of ours are on documents that are not open. */
  readonly elsewhere: Readonly<Record<string, number>>;
}

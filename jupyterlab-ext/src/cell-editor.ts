import { forEachDiagnostic, linter, setDiagnostics } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import type { Extension, Range } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";
import type { DecorationSet, EditorView, PluginValue, ViewUpdate } from "@codemirror/view";
import { gravity, type Finding, type Severity } from "@sagemaker-preflight/core";
import type { SharedCell } from "./checked-notebook.js";
import { findingTooltips } from "./finding-tooltips.js";
import type { FixHandler } from "./fix-list.js";
import type { NotebookSession } from "./notebook-session.js";
import type { Sessions } from "./sessions.js";

/** Shows the findings of a code cell, or of a file, in its editor: underlines, a bar at the line's edge, a tooltip with the fixes. */
export function cellEditor(cell: SharedCell, sessions: Sessions, handler: FixHandler): Extension {
  return [
    // The lint package draws the underlines; the findings themselves come from the session, when it has them.
    linter(null, { tooltipFilter: () => [] }),
    ViewPlugin.define((view) => new FindingsOfCell(view, cell, sessions), {
      decorations: ({ lines }) => lines,
    }),
    findingTooltips(cell, sessions, handler),
  ];
}

export function toDiagnostics(findings: readonly Finding[], length: number): Diagnostic[] {
  return findings.map(({ span, severity, message, rule }) => ({
    from: Math.min(span.from, length),
    to: Math.min(span.to, length),
    severity,
    message,
    source: rule,
  }));
}

class FindingsOfCell implements PluginValue {
  lines: DecorationSet = Decoration.none;
  readonly #view: EditorView;
  readonly #cell: SharedCell;
  readonly #sessions: Sessions;
  /** What is underlined now; undefined after a change of the text, which moves and removes underlines. */
  #shown: string | undefined = "[]";
  #destroyed = false;

  constructor(view: EditorView, cell: SharedCell, sessions: Sessions) {
    this.#view = view;
    this.#cell = cell;
    this.#sessions = sessions;
    sessions.reported.connect(this.#onReported);
    // A view cannot be told of findings while it is being made.
    queueMicrotask(() => {
      this.#show();
    });
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.#shown = undefined;
    if (update.docChanged || update.transactions.some(({ effects }) => effects.length > 0)) {
      this.lines = linesWithFindings(this.#view);
    }
  }

  destroy(): void {
    this.#destroyed = true;
    this.#sessions.reported.disconnect(this.#onReported);
  }

  readonly #onReported = (_: unknown, reporting: NotebookSession | undefined): void => {
    if (reporting === undefined || reporting === this.#sessions.of(this.#cell)) this.#show();
  };

  #show(): void {
    if (this.#destroyed) return;
    const session = this.#sessions.of(this.#cell);
    const { state } = this.#view;
    const findings = session === undefined ? [] : session.findingsOf(this.#cell, state.doc.toString());
    if (findings === null) return; // the check of this text is still to come
    const diagnostics = toDiagnostics(findings, state.doc.length);
    const key = JSON.stringify(diagnostics);
    if (key === this.#shown) return;
    this.#view.dispatch(setDiagnostics(state, diagnostics));
    this.#shown = key;
  }
}

function linesWithFindings({ state }: EditorView): DecorationSet {
  const severities = new Map<number, Severity>();
  forEachDiagnostic(state, ({ severity }, from) => {
    const line = state.doc.lineAt(from).from;
    const before = severities.get(line);
    if (severity === "hint" || (before !== undefined && gravity[before] <= gravity[severity])) return;
    severities.set(line, severity);
  });
  const ranges: Range<Decoration>[] = [...severities].map(([from, severity]) =>
    Decoration.line({ class: `smp-line smp-line-${severity}` }).range(from),
  );
  return Decoration.set(ranges, true);
}

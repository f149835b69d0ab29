import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import { noEnvironment } from "../../core/src/environment.js";
import { gravity, type Severity } from "../../core/src/report.js";
import { sequence } from "../support/random-sequence.js";
import { startJupyter, type Jupyter } from "./support/jupyter.js";
import { JupyterPage } from "./support/jupyter-page.js";
import { exampleNotebook } from "./support/notebooks.js";
import { shownIn, type Shown } from "./support/shown-in-jupyter.js";

/** `PREFLIGHT_SEED` and `PREFLIGHT_STEPS` for another and a longer session. */
const seed = Number(process.env.PREFLIGHT_SEED ?? 8);
const steps = Number(process.env.PREFLIGHT_STEPS ?? 45);

describe("JupyterLab, whatever is done with cells", () => {
  let jupyter: Jupyter;
  let lab: JupyterPage;

  before(async () => {
    jupyter = await startJupyter({
      files: { "notebook.ipynb": exampleNotebook },
      settings: { "@sagemaker-preflight/jupyterlab:plugin": { live: false } },
      disabledExtensions: ["@jupyter-lsp/jupyterlab-lsp"], // underlines with the same classes
    });
    lab = await JupyterPage.open(jupyter.url, "notebook.ipynb");
    await lab.status.click();
  });

  after(async () => {
    await lab.close();
    await jupyter.stop();
  });

  it(`underlines and lists what a fresh check says, after each of ${steps} random actions (seed ${seed})`, async () => {
    const random = sequence(seed);
    const done: string[] = [];
    await lab.until(() => compare(done));
    for (let step = 0; step < steps; step++) {
      const { cells } = await shownIn(lab);
      const cell = random(cells.length);
      const action = actions[random(actions.length)] ?? "type";
      done.push(`${action} at cell ${cell + 1} of ${cells.length}`);
      await activate(cell, action === "type" || action.includes("cursor") ? random(1000) / 1000 : undefined);
      if (action === "type") await lab.page.keyboard.insertText(texts[random(texts.length)] ?? "");
      else await lab.command(`notebook:${action}`);
      if (random(3) > 0) await lab.until(() => compare(done)); // else several actions before the next check
    }
    await lab.until(() => compare(done));
  });

  /** @param at Where the cursor is put, as a part of the text; absent: the cell is selected as a whole. */
  async function activate(cell: number, at: number | undefined): Promise<void> {
    await lab.page.evaluate(
      ([index, part]) => {
        const { content } = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget;
        content.mode = "command";
        content.activeCellIndex = index;
        content.deselectAll();
        const view = content.widgets[index]?.editor?.editor;
        if (part === undefined || view === undefined) return;
        content.mode = "edit";
        view.dispatch({ selection: { anchor: Math.floor(part * view.state.doc.length) } });
        view.focus();

        interface App {
          readonly shell: { readonly currentWidget: { readonly content: Content } };
        }
        interface Content {
          mode: string;
          activeCellIndex: number;
          readonly deselectAll: () => void;
          readonly widgets: readonly { readonly editor: { readonly editor: View } | null }[];
        }
        interface View {
          readonly state: { readonly doc: { readonly length: number } };
          readonly dispatch: (change: { selection: { anchor: number } }) => void;
          readonly focus: () => void;
        }
      },
      [cell, at] as const,
    );
  }

  async function compare(done: readonly string[]): Promise<void> {
    const shown = await shownIn(lab);
    const lately = done.slice(-6).join(", ");
    const expected = toBeShown(shown.cells);
    for (const [cell, underlined] of shown.underlines.entries())
      assert.deepEqual(
        ranges(underlined, shown.cells[cell]?.text),
        ranges(expected.underlines[cell], shown.cells[cell]?.text),
        `cell ${cell + 1} after ${lately}`,
      );
    assert.deepEqual([...shown.rows].sort(), [...expected.rows].sort(), lately);
  }
});

const actions = [
  ...["type", "type", "type", "type"],
  ...["move-cell-up", "move-cell-down", "cut-cell", "paste-cell-below", "paste-cell-above", "delete-cell"],
  ...["undo-cell-action", "undo-cell-action", "redo-cell-action", "split-cell-at-cursor", "merge-cell-below"],
  ...["change-cell-to-markdown", "change-cell-to-raw", "change-cell-to-code", "change-cell-to-code"],
];
const texts = [
  ...["x", "\n", "(", '"', "# ", ","],
  ...[
    "subnets=['subnet-0a1b2c3d4e5f60718'],",
    "é😀",
    "foo = 1\n",
    "# preflight: ignore[vpc-config-missing] so",
  ],
  "est = Estimator(image_uri='i', role='r', instance_count=0, instance_type='ml.m5.large')\n",
];

function toBeShown(cells: Shown["cells"]): Pick<Shown, "underlines" | "rows"> {
  const { findings } = check(
    {
      uri: "notebook.ipynb",
      cells: cells.map(({ kind, text }) => ({
        kind,
        language: kind === "code" ? "python" : "markdown",
        text,
      })),
    },
    noEnvironment,
  );
  const underlines = cells.map(({ text }) => Array.from({ length: text.length }, (): Severity | "" => ""));
  for (const { span, severity } of findings) {
    const ofCell = underlines[span.cell] ?? [];
    for (let at = span.from; at < span.to; at++) {
      const other = ofCell[at];
      if (other === "" || (other !== undefined && gravity[severity] < gravity[other])) ofCell[at] = severity;
    }
  }
  const rows = findings.map(({ span, message }) => {
    const line = (cells[span.cell]?.text ?? "").slice(0, span.from).split("\n").length;
    return `${span.cell + 1}:${line} ${message}`;
  });
  return { underlines, rows };
}

/** `error 5-9 "text"`; a line's end is not drawn. */
function ranges(severities: readonly (Severity | "")[] = [], text = ""): string[] {
  const found: string[] = [];
  const at = (index: number) => (text[index] === "\n" ? "" : (severities[index] ?? ""));
  for (let from = 0, to; from < text.length; from = to) {
    to = from + 1;
    while (to < text.length && at(to) === at(from)) to++;
    if (at(from) !== "") found.push(`${at(from)} ${from}-${to} ${JSON.stringify(text.slice(from, to))}`);
  }
  return found;
}

import type { Severity } from "../../../core/src/report.js";
import type { JupyterPage } from "./jupyter-page.js";

/** What JupyterLab shows of the notebook in front, in the words of a report. */
export interface Shown {
  readonly cells: readonly { readonly kind: "code" | "markdown" | "raw"; readonly text: string }[];
  /** By cell: the severity of each character that is underlined, "" of the others. */
  readonly underlines: readonly (readonly (Severity | "")[])[];
  /** `CELL:LINE MESSAGE`, as the panel lists them; both counted from 1. */
  readonly rows: readonly string[];
}

export async function shownIn(lab: JupyterPage): Promise<Shown> {
  return lab.page.evaluate(() => {
    const { jupyterapp } = window as unknown as { jupyterapp: App };
    const { widgets } = jupyterapp.shell.currentWidget.content;
    const severities = ["error", "warning", "info"] as const; // the gravest first
    const underlines = widgets.map(({ model, editor }) => {
      const view = editor?.editor;
      const text = model.sharedModel.getSource();
      if (view === undefined) return [];
      const marks = [...view.contentDOM.querySelectorAll(".cm-lintRange")].map((mark) => ({
        from: view.posAtDOM(mark, 0),
        to: view.posAtDOM(mark, mark.childNodes.length),
        severity: severities.find((name) => mark.classList.contains(`cm-lintRange-${name}`)),
      }));
      return Array.from({ length: text.length }, (_, at) => {
        const here = marks.filter(({ from, to }) => from <= at && at < to).map(({ severity }) => severity);
        return severities.find((name) => here.includes(name)) ?? "";
      });
    });
    const rows: string[] = [];
    let cell = "";
    for (const block of document.querySelectorAll(".smp-panel-body > *")) {
      if (block.classList.contains("smp-cell-heading")) cell = block.textContent.replace(/\D/g, "");
      const message = block.querySelector(".smp-row-head .smp-row-message")?.textContent;
      const line = block.querySelector(".smp-row-head .smp-row-place")?.textContent.replace(/\D/g, "");
      if (message !== undefined) rows.push(`${cell}:${line} ${message}`);
    }
    return {
      cells: widgets.map(({ model }) => ({ kind: model.type, text: model.sharedModel.getSource() })),
      underlines,
      rows,
    };

    interface App {
      readonly shell: { readonly currentWidget: { readonly content: { readonly widgets: readonly Cell[] } } };
    }
    interface Cell {
      readonly model: {
        readonly type: "code" | "markdown" | "raw";
        readonly sharedModel: { readonly getSource: () => string };
      };
      /** Null while the cell has none. */
      readonly editor: {
        readonly editor: {
          readonly contentDOM: Element;
          readonly posAtDOM: (node: Node, offset: number) => number;
        };
      } | null;
    }
  });
}

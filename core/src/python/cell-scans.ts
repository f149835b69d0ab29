import type { Mentions } from "./scan-words.js";
import { CellScan } from "./scan.js";

/** The scans of a notebook's cells and of the modules beside it: a text that stays is not scanned again. */
export class CellScans {
  private cells: readonly (CellScan | undefined)[] = [];
  private readonly others = new Map<string, CellScan>();

  constructor(private readonly mentions: Mentions) {}

  /** @param texts By cell; undefined: it is no Python. */
  ofCells(texts: readonly (string | undefined)[]): readonly (CellScan | undefined)[] {
    const { cells } = this;
    let missed = 0;
    let byText: Map<string, CellScan> | undefined;
    this.cells = texts.map((text, index) => {
      if (text === undefined) return undefined;
      const known = cells[index];
      if (known?.text === text) return known;
      // One is the cell that is edited; more have moved, or are new
      missed += 1;
      if (missed > 1) byText ??= new Map(cells.flatMap((scan) => (scan ? [[scan.text, scan]] : [])));
      return byText?.get(text) ?? new CellScan(text, this.mentions);
    });
    return this.cells;
  }

  /** Of a text that is no cell. */
  ofText(text: string): CellScan {
    let scan = this.others.get(text);
    if (!scan) {
      if (this.others.size > mostOthers) this.others.clear();
      this.others.set(text, (scan = new CellScan(text, this.mentions)));
    }
    return scan;
  }
}

const mostOthers = 200;

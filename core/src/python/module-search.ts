import type { FileAnswer, FileAnswers } from "../files/file-answer.js";
import type { CellScan } from "./scan.js";

/** Modules import each other; further than this nobody looks. */
const deepest = 4;

/** Looks among the files beside a notebook for modules that may submit jobs, or that import one which may. */
export class ModuleSearch {
  private readonly seen = new Map<string, boolean>();
  private readonly prefixes: readonly string[];

  /**
   * @param asked Every path that is looked at is added.
   * @param folders Those that the notebook puts into `sys.path`.
   */
  constructor(
    private readonly files: FileAnswers,
    private readonly asked: Set<string>,
    private readonly scan: (text: string) => CellScan,
    folders: readonly string[] = [],
  ) {
    this.prefixes = ["", ...new Set(folders.map((folder) => `${folder}/`))];
  }

  /** @param dotted `a.b`, or `a.b:c` where nobody knows whether `c` is a module. */
  submits(dotted: string, depth = 0): boolean {
    const known = this.seen.get(dotted);
    if (known !== undefined) return known;
    this.seen.set(dotted, false); // what imports itself in a circle
    const sure = dotted.split(":")[0] ?? "";
    const found = this.look(dotted.split(/[.:]/), sure.split(".").length, depth);
    this.seen.set(dotted, found);
    return found;
  }

  /** What a star import of the module may bind: nobody sees which names those are in the notebook. */
  names(dotted: string, depth = 0): ReadonlySet<string> {
    const base = dotted.replaceAll(".", "/");
    const module = this.text(`${base}.py`);
    const text = module ?? this.text(`${base}/__init__.py`);
    if (text === undefined || depth > deepest) return new Set();
    const { binds, starImports } = this.scan(text);
    const steps = dotted.split(".");
    const own = module === undefined ? steps : steps.slice(0, -1);
    const inner = starImports.flatMap((one) => [...this.names(absolute(one, own), depth + 1)]);
    return new Set([...binds, ...inner].filter((name) => !name.startsWith("_")));
  }

  private look(steps: readonly string[], sure: number, depth: number): boolean {
    for (let index = 0; index < steps.length; index++) {
      const names = steps.slice(0, index + 1);
      const base = names.join("/");
      const module = this.text(`${base}.py`);
      const text = module ?? this.text(`${base}/__init__.py`);
      if (
        text !== undefined &&
        this.textSubmits(text, module === undefined ? names : names.slice(0, -1), depth)
      )
        return true;
      if (module !== undefined) return false;
      // A package needs no file of its own
      if (text === undefined && (index >= sure - 1 || !this.isFolder(base))) return false;
    }
    return false;
  }

  /** @param own The package that dots in it count from. */
  private textSubmits(text: string, own: readonly string[], depth: number): boolean {
    const scan = this.scan(text);
    if (scan.submits) return true;
    if (depth >= deepest) return false;
    return [...scan.imports].some((dotted) => {
      // Other absolute names are packages that are installed, most of them
      const isNear = dotted.startsWith(".") || dotted.split(/[.:]/)[0] === own[0];
      const path = absolute(dotted, own);
      return isNear && path !== "" && this.submits(path, depth + 1);
    });
  }

  private text(path: string): string | undefined {
    const answer = this.answers(path).find((one) => one?.state === "text");
    return answer?.state === "text" ? answer.text : undefined;
  }

  private isFolder(path: string): boolean {
    return this.answers(path).some((one) => one?.state === "folder");
  }

  private answers(path: string): readonly (FileAnswer | undefined)[] {
    return this.prefixes.map((prefix) => {
      this.asked.add(prefix + path);
      return this.files.get(prefix + path);
    });
  }
}

/** `..b` and `..:b` as they are asked for in the package `own`. */
function absolute(dotted: string, own: readonly string[]): string {
  const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
  const rest = dotted.slice(dots);
  const from = dots === 0 ? [] : own.slice(0, own.length - dots + 1);
  return rest.startsWith(":")
    ? `${from.join(".")}${rest}`
    : [...from, ...(rest === "" ? [] : [rest])].join(".");
}

/** Half-open range of UTF-16 code units in the cell's text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What a magic or a shell line of a cell does that matters to the calls of the notebook. */
export type Effect =
  /** `%env NAME=value`, `%set_env NAME value`. `interpolated`: IPython replaces `$name` or `{name}` in the value first. */
  | {
      readonly kind: "environment";
      readonly name: string;
      readonly value: string;
      readonly interpolated: boolean;
      readonly range: TextRange;
      readonly valueRange: TextRange;
    }
  /** `%store -r`: names of another notebook appear; none named means all that were stored. */
  | { readonly kind: "restore"; readonly names: readonly string[]; readonly range: TextRange }
  /** `%%capture name`, `%%bash --out name`: what the cell prints is put into names. */
  | { readonly kind: "capture"; readonly names: readonly string[]; readonly range: TextRange }
  /** `%run file.py`: the file's names appear. */
  | { readonly kind: "run"; readonly file: string; readonly range: TextRange }
  /** `%%writefile name`: the rest of the cell. `appends`: `-a`. */
  | {
      readonly kind: "write file";
      readonly file: string;
      readonly body: TextRange;
      readonly appends: boolean;
      readonly range: TextRange;
    }
  /** `%cd folder`: as written, without options. */
  | { readonly kind: "change folder"; readonly folder: string; readonly range: TextRange }
  | { readonly kind: "load extension"; readonly name: string; readonly range: TextRange }
  /** `%pip install …`, `!pip install …`: the requirements as written, without quotes and options. */
  | { readonly kind: "install"; readonly requirements: readonly string[]; readonly range: TextRange }
  /** `!command`, `x = !command`, `%sx command`: the command's own range, continuation lines included. */
  | { readonly kind: "shell"; readonly command: string; readonly range: TextRange }
  /** `%%bash -s "$bucket"`, `%%script sh`: the program and its arguments as IPython has them, and what it runs. */
  | {
      readonly kind: "script";
      readonly program: string;
      readonly arguments: string;
      readonly range: TextRange;
      readonly argumentsRange: TextRange;
      readonly script: string;
      readonly scriptRange: TextRange;
    };

/** Magics whose argument is a Python statement that runs, with the options of theirs that take a value. */
const statementMagics: Readonly<Record<string, string>> = {
  time: "",
  timeit: "nrpv",
  prun: "DlsT",
  lprun: "fmDTsu",
  memit: "rti",
  mprun: "fT",
  pyinstrument: "",
  snakeviz: "f",
};

/** Cell magics after which the rest of the cell is Python of this notebook. */
const pythonCellMagics = new Set([
  ...Object.keys(statementMagics),
  "capture",
  "debug",
  "heat",
  "local", // of Sparkmagic: runs in the notebook's own kernel, not on the cluster
  "scalene",
  "wandb",
]);

export function leavesPython(cellMagic: string): boolean {
  return pythonCellMagics.has(cellMagic);
}

/** What a cell does that is not Python: the commands of `%%bash`, `%%sh`, `%%script bash`, `%%sx`. */
export function readCellMagic(text: string, { name, range, body }: CellMagicRanges): readonly Effect[] {
  const script = text.slice(body.from, body.to);
  if (name === "!" || name === "sx" || name === "system")
    return [{ kind: "shell", command: script, range: body }];
  const line = text.slice(range.from, range.to);
  const head =
    /^%%\s*(?:script[ \t]+)?((?:--(?:out|err|proc)[ \t]+\S+[ \t]+|--(?:bg|no-raise-error)[ \t]+)*)(\S+)[ \t]*/.exec(
      line,
    );
  const captured = capturedNames(line, range);
  const program = head?.[2]?.replace(/^.*\//, "");
  if (head === null || program === undefined || !shells.has(program)) return captured;
  const argumentsRange = { from: range.from + head[0].length, to: range.to };
  return [
    ...captured,
    {
      kind: "script",
      program,
      arguments: text.slice(argumentsRange.from, argumentsRange.to),
      range,
      argumentsRange,
      script,
      scriptRange: body,
    },
  ];
}

function capturedNames(line: string, range: TextRange): readonly Effect[] {
  const names = [...line.matchAll(/--(?:out|err|proc)[ \t]+([A-Za-z_]\w*)/g)].map(([, name = ""]) => name);
  return names.length === 0 ? [] : [{ kind: "capture", names, range }];
}

/** The name that `%%capture` puts what is printed into, if any. */
export function readCapture(words: string, range: TextRange): readonly Effect[] {
  const name = shellWords(words).find((word) => !word.startsWith("-"));
  return name === undefined || !/^[A-Za-z_]\w*$/.test(name)
    ? []
    : [{ kind: "capture", names: [name], range }];
}

interface CellMagicRanges {
  readonly name: string;
  readonly range: TextRange;
  readonly body: TextRange;
}

const shells = new Set(["bash", "sh", "zsh", "dash", "ksh"]);

/**
 * What a line magic or shell escape does.
 *
 * @param text The cell's text.
 * @param range The escape, from its `%` or `!` to the end of its last continuation line.
 * @returns Its effects; `statement` is set where a Python statement begins that the magic runs.
 */
export function readEscape(
  text: string,
  range: TextRange,
): { readonly effects: readonly Effect[]; readonly statement?: number } {
  const source = text.slice(range.from, range.to);
  if (source.startsWith("!")) return { effects: shell(text, range, source.startsWith("!!") ? 2 : 1) };
  const head = /^%{1,2}\s*([\w.]+)[ \t]*/.exec(source);
  const name = head?.[1];
  if (head === null || name === undefined) return { effects: [] };
  const argumentsFrom = range.from + head[0].length;
  const words = () => shellWords(text.slice(argumentsFrom, range.to));

  if (Object.hasOwn(statementMagics, name)) {
    const statement =
      argumentsFrom + optionsLength(text.slice(argumentsFrom, range.to), statementMagics[name] ?? "");
    return { effects: [], statement };
  }
  switch (name) {
    case "cd":
      return { effects: [{ kind: "change folder", ...folderIn(text, argumentsFrom, range.to) }] };
    case "pushd":
    case "popd":
      return { effects: [{ kind: "change folder", folder: "", range }] };
    case "env":
    case "set_env":
      return { effects: environment(text, range, argumentsFrom) };
    case "store": {
      const [option, ...names] = words();
      return { effects: option === "-r" ? [{ kind: "restore", names, range }] : [] };
    }
    case "run": {
      const file = words().find((word) => !word.startsWith("-"));
      return { effects: file === undefined ? [] : [{ kind: "run", file, range }] };
    }
    case "load_ext":
    case "reload_ext":
      return { effects: words().map((extension) => ({ kind: "load extension", name: extension, range })) };
    case "pip":
    case "conda":
    case "mamba":
    case "uv":
      return { effects: install([name, ...words()], range) };
    case "sx":
    case "system":
      return { effects: shell(text, range, argumentsFrom - range.from) };
    default:
      return { effects: [] };
  }
}

/** What is behind `%cd`, and where it is. */
function folderIn(text: string, from: number, to: number): { folder: string; range: TextRange } {
  const given = text.slice(from, to);
  const start = from + (/^(?:-q[ \t]+)?/.exec(given)?.[0].length ?? 0);
  const folder = text.slice(start, to).trimEnd();
  return { folder, range: { from: start, to: start + folder.length } };
}

function shell(text: string, range: TextRange, skip: number): Effect[] {
  const from = range.from + skip;
  const command = text.slice(from, range.to);
  return [{ kind: "shell", command, range: { from, to: range.to } }, ...install(shellWords(command), range)];
}

/** `%env NAME=value` and `%env NAME value`; `%env NAME` only shows it. */
function environment(text: string, range: TextRange, from: number): Effect[] {
  const match = /^([^\s=]+)(?:[ \t]*=[ \t]*|[ \t]+)(\S.*)?$/.exec(text.slice(from, range.to).trimEnd());
  const name = match?.[1];
  if (match === null || name === undefined) return [];
  const value = match[2] ?? "";
  if (value === "" && !match[0].includes("=")) return [];
  const valueFrom = value === "" ? range.to : from + match[0].length - value.length;
  const valueRange = { from: valueFrom, to: valueFrom + value.length };
  return [{ kind: "environment", name, value, interpolated: /[${]/.test(value), range, valueRange }];
}

function install(words: readonly string[], range: TextRange): Effect[] {
  const at = words.indexOf("install");
  if (at === -1 || !words.slice(0, at).some((word) => /^(?:.*\/)?(?:pip[\d.]*|conda|mamba|uv)$/.test(word)))
    return [];
  const end = words.findIndex((word, i) => i > at && /^(?:&&|\|\|?|;|>.*|\d>.*)$/.test(word));
  const requirements = words
    .slice(at + 1, end === -1 ? undefined : end)
    .filter((word) => !word.startsWith("-"));
  return [{ kind: "install", requirements, range }];
}

/** Words as a shell splits them: quotes removed, a continuation is a space. */
function shellWords(text: string): string[] {
  const words = text.replace(/\\\r?\n/g, " ").match(/(?:"[^"]*"?|'[^']*'?|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, ""));
}

/** How far the options at the start of `text` reach, their values included. */
function optionsLength(text: string, withValue: string): number {
  const option = /-{1,2}([a-zA-Z][\w-]*)(?:[ \t]+|$)/y;
  let at = 0;
  for (;;) {
    option.lastIndex = at;
    const name = option.exec(text)?.[1];
    if (name === undefined) return at;
    at = option.lastIndex;
    if (name.length === 1 && withValue.includes(name))
      at += /^\S+[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  }
}

/** Programs that change none of the files that they are given. */
const readers = new Set(
  "aws cat head tail less more ls wc grep diff jq echo printf test [ file stat pip pip3 conda".split(" "),
);

export function changesNoFile(program: string): boolean {
  return readers.has(program);
}

/** A relative path as it is known here, however it is written: without `./`. */
export function shellPath(path: string): string {
  return path.replace(/^(?:\.\/+)+/, "");
}

/**
 * The files that a command names as `file://PATH` or reads, as `cat PATH`, `source PATH` and `< PATH` do, as they are
 * written: from the folder where it begins, or from one that it goes to. What stands before them as a variable, or as
 * the output of a command, may be that folder.
 */
export function filesReadBy(command: string): readonly string[] {
  const named = Array.from(command.matchAll(readFile), ([, path = ""]) => path);
  const folders = Array.from(command.matchAll(entered), ([, folder = ""]) => folder);
  const inside = folders.flatMap((folder) => named.map((path) => `${folder}/${path}`));
  return [...named, ...inside.slice(0, mostInside)];
}

const mostInside = 16;
const folderBefore = String.raw`(?:(?:\$\{?\w+(?:\[0\])?\}?|\$\((?:[^()\n]|\([^()\n]*\))*\))["']?\/)?`;
/** `source FILE`, `. FILE`, where a command begins: `docker build . -t x` is none. */
export const takesIn = /(?:^|[\n;&|({][ \t]*|\b(?:then|do|else)[ \t]+)(?:source|\.)[ \t]+/;
const readFile = new RegExp(
  String.raw`(?:(?<!\w)file:\/\/|\bcat[ \t]+["']?|(?<!<)<[ \t]*["']?|${takesIn.source}["']?)${folderBefore}([\w./-]+)(?=[\s"');&|]|$)`,
  "g",
);
const entered = /\b(?:cd|pushd)[ \t]+["']?([\w.-][\w./-]*)["']?(?=[\s;&|)]|$)/g;

/**
 * The data files that a shell command or script may change, by what its text mentions: what it writes its output into,
 * and what programs are given that are not known to read only.
 */
export function filesChangedBy(command: string): readonly string[] {
  return command.split(/[\n;|&]+/).flatMap((part) => {
    const [program = "", ...words] = part.trim().split(/[\s"'()<]+/);
    const changed = changesNoFile(program) ? [] : words;
    const written = [...part.matchAll(/>\s*["']?([\w./-]+)/g)].map(([, path = ""]) => path);
    const files = [...changed, ...written].map((word) => word.replace(/^[^=]*=/, "").replace(/^>+/, ""));
    return files.filter((word) => /^[\w./-]+\.(?:json|ya?ml)$/.test(word)).map(shellPath);
  });
}

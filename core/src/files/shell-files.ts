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

/** The files that a command names as `file://PATH` or reads, as `cat PATH` and `< PATH` do, as they are written. */
export function filesReadBy(command: string): readonly string[] {
  return Array.from(command.matchAll(readFile), ([, path = ""]) => path);
}

const readFile = /(?:(?<!\w)file:\/\/|\bcat[ \t]+["']?|(?<!<)<[ \t]*["']?)([\w./-]+)(?=[\s"')]|$)/g;

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

import type { Notebook } from "./notebook.js";

/**
 * The language of a notebook's code cells, by its metadata; `python` for one that does not say: most that come from
 * elsewhere (Colab, Databricks) are, and so is what has no kernel yet.
 *
 * @param metadata The notebook's own, of nbformat 3 or 4.
 */
export function languageOf(metadata: unknown): string {
  const { kernelspec, language_info: info } = membersOf(metadata);
  const { language, name } = membersOf(kernelspec);
  const said = [language, membersOf(info).name].find(isText);
  if (said !== undefined) return canonicalLanguage(said);
  return isText(name) && /^(?:ir|r|conda-env-.*-r)$/i.test(name) ? "r" : "python";
}

/** One name for each language, whatever kernels and editors call it: Sparkmagic and Glue run Python too. */
export function canonicalLanguage(name: string): string {
  const language = name.toLowerCase();
  if (/^(?:(?:i?python|pyspark)[\d. ]*|python_glue_session)$/.test(language)) return "python";
  if (/^(?:scala_glue_session|spark)$/.test(language)) return "scala";
  return language === "sparkr" ? "r" : language;
}

/**
 * The language of a notebook whose code is all in one that nobody here reads, as people write it: that nothing is found
 * there says nothing. Undefined for one with code in Python or of a shell, and for one without any code.
 */
export function unreadLanguage({
  cells,
}: Notebook): { readonly language: string; readonly cell: number } | undefined {
  let first: { readonly language: string; readonly cell: number } | undefined;
  for (const [cell, { kind, language, text }] of cells.entries()) {
    if (kind !== "code") continue;
    if (isReadLanguage(language)) {
      if (text.trim() !== "") return undefined;
    } else if (first === undefined && language !== "plaintext" && text.trim() !== "")
      first = { language: nameOf(language), cell };
  }
  return first;
}

/** Code in it is read. */
export function isReadLanguage(language: string): boolean {
  return language === "python" || language === "shellscript";
}

/** `r` → `R`. */
function nameOf(language: string): string {
  return names[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}

const names: Readonly<Record<string, string>> = {
  csharp: "C#",
  fsharp: "F#",
  javascript: "JavaScript",
  powershell: "PowerShell",
  sql: "SQL",
  typescript: "TypeScript",
};

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

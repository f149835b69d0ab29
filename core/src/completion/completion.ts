import type { Question } from "../account/question.js";
import { storageOf } from "../catalog/instance-storage.js";
import { operationOf } from "../catalog/sagemaker-api.js";
import type { Environment } from "../environment.js";
import { candidates, type Candidate, type CandidateOptions } from "../fixes/candidates.js";
import type { Cell, Notebook } from "../notebook/notebook.js";
import type { Edit, Span } from "../notebook/span.js";
import { isListed } from "../policy/team-policy.js";
import type { Report } from "../report.js";
import { isBroken } from "../requests/broken-call.js";
import type { JobRequest } from "../requests/request.js";
import { wordsFor } from "./candidate-words.js";
import { placeInPython } from "./place-in-python.js";
import { placeInShell } from "./place-in-shell.js";
import { targetInPython, targetInShell, type Target } from "./find-target.js";
import type { WrittenPlace } from "./written-place.js";

/** Where the cursor is. `offset`: UTF-16 code units from the cell's start. */
export interface Position {
  readonly cell: number;
  readonly offset: number;
}

/** One value that may be written at a place. */
export interface CompletionItem {
  readonly kind: Candidate["kind"] | "instanceType";
  /** An id, a key's alias, a role's name. */
  readonly label: string;
  /** What is to be known of it at a glance: "ml-prod-a · us-east-1a · 250 free addresses · reaches S3 by endpoint vpce-1" */
  readonly detail: string;
  /** Why it is where it is, and what could not be told of it. */
  readonly documentation: string;
  /** Its id and its names: who types a name finds the id. */
  readonly filterText: string;
  /** Keeps the order. */
  readonly sortText: string;
  /** Puts it there, with the quotes and brackets that are missing. */
  readonly edit: Edit;
}

export interface Completions {
  /** Best first. */
  readonly items: readonly CompletionItem[];
  /** Questions whose answers would give more; a host asks them, checks again and calls again. */
  readonly asks: readonly Question[];
  /** How many others there are, of which some may be what is being written. */
  readonly others: number;
  /** What each of the edits replaces. */
  readonly replaces: Span;
}

/**
 * What of the account may be written at a place of a notebook. Only values with which the job there passes all rules
 * are offered; what could not be told of one is said.
 *
 * @param report Of this very text, made with this environment.
 * @returns `undefined`: nothing of the account belongs there.
 */
export function completionsAt(
  { cell, offset }: Position,
  { cells }: Notebook,
  report: Report,
  environment: Environment,
  options: CandidateOptions = {},
): Completions | undefined {
  const read = cells[cell];
  if (read?.kind !== "code" || !/^(?:python|shellscript)$/.test(read.language)) return undefined;
  const found = isShell(read, offset)
    ? inShell(read, { cell, offset }, report)
    : inPython(read, { cell, offset }, report);
  if (found === undefined) return undefined;
  const { place } = found;
  const target = { ...found.target, request: asTyped(found.target.request, report) };
  const { span, before, after } = frameOf(place, target, cell);
  const edit = (text: string): Edit => ({ span, text: `${before}${text}${after}` });
  if (target.setting === "instanceType")
    return { items: typeItems(target, environment, edit), asks: [], others: 0, replaces: span };
  const {
    candidates: list,
    asks,
    others,
  } = candidates(target.path, target.request, environment, {
    ...options,
    beside: place.beside,
    begun: read.text.slice(place.typed.from, offset),
  });
  const items = list.map((one, index) => itemOf(one, index, edit(one.id)));
  return { items, asks, others, replaces: span };
}

/** Where the call is not written to its end, nobody knows yet that it asks in another region. */
function asTyped(request: JobRequest, { problems }: Report): JobRequest {
  const errors = problems.map(({ span }) => span);
  return isBroken(request.call, errors) ? { ...request, regionUnknown: false } : request;
}

interface Found {
  readonly place: WrittenPlace;
  readonly target: Target;
}

function inPython({ text }: Cell, { cell, offset }: Position, report: Report): Found | undefined {
  const place = placeInPython(text, offset);
  const target = place && targetInPython(place, { cell, ...place.typed }, report);
  return place && target && { place, target };
}

function inShell({ text }: Cell, { cell, offset }: Position, report: Report): Found | undefined {
  const place = placeInShell(text, offset);
  const target = place && targetInShell(place, { cell, ...place.typed }, report);
  return place && target && { place, target };
}

/** A line that begins with `!`, what continues it, a cell of the shell's, a script. */
function isShell({ text, language }: Cell, offset: number): boolean {
  if (/^\s*%%(?:bash|sh|!|sx|system|script\b.*\b(?:bash|sh|zsh))\b/.test(text)) return true;
  if (language === "shellscript") return true;
  const lines = text.slice(0, offset).split("\n");
  let first = lines.length - 1;
  while (first > 0 && /\\\s*$/.test(lines[first - 1] ?? "")) first -= 1;
  return /^\s*(?:[\w,][\w, ]*=\s*)?(?:!|%(?:sx|system)\s)/.test(lines[first] ?? "");
}

/** What is put around a value, and what it replaces. */
function frameOf(
  place: WrittenPlace,
  { setting, path }: Target,
  cell: number,
): { readonly span: Span; readonly before: string; readonly after: string } {
  const isList = (setting === "subnets" || setting === "securityGroupIds") && path !== "SubnetId";
  if (isList && !place.isInList)
    return { span: { cell, ...(place.whole ?? place.typed) }, before: '["', after: '"]' };
  const quote = place.isQuoted ? "" : '"';
  return { span: { cell, ...place.typed }, before: quote, after: quote };
}

function itemOf(candidate: Candidate, index: number, edit: Edit): CompletionItem {
  const { kind, id, name } = candidate;
  return {
    kind,
    ...wordsFor(candidate),
    filterText: [id, name].filter((one) => one !== "").join(" "),
    sortText: String(index).padStart(3, "0"),
    edit,
  };
}

/** Types that the team approved are all there are for it. */
function typeItems(
  { request, path }: Target,
  { policy }: Environment,
  edit: (text: string) => Edit,
): readonly CompletionItem[] {
  const approved = policy?.instances?.types;
  const types = operationOf(request.operation)?.settings.get(path)?.enum ?? [];
  return types
    .filter((type) => approved === undefined || isListed(type, approved))
    .map((type, index) => ({
      kind: "instanceType",
      label: type,
      detail: storageOf(type) === "local" ? "local storage: takes no volume key" : "",
      documentation: approved === undefined ? "" : "approved by the team's policy",
      filterText: type,
      sortText: String(index).padStart(3, "0"),
      edit: edit(type),
    }));
}

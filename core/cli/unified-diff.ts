/** Lines of context around a change. */
const context = 3;
/** Texts that differ in more lines are told as one change. */
const mostDifferences = 2000;

/**
 * What turns one text into the other, as `git apply` and `patch -p1` take it; empty when they are equal.
 *
 * @param path Relative, with `/`.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [linesOf(before), linesOf(after)];
  const steps = stepsBetween(old, now);
  const hunks = hunksOf(steps).map((hunk) => hunkText(hunk, steps, old, now));
  return [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks].join("");
}

/** Each with its line end; the last may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Step {
  readonly kind: " " | "-" | "+";
  /** Lines before it in the old and in the new text. */
  readonly old: number;
  readonly now: number;
}

/** The shortest way from one list of lines to the other. E. Myers, An O(ND) Difference Algorithm, 1986. */
function stepsBetween(old: readonly string[], now: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const middle = changes(old.slice(head, oldEnd), now.slice(head, nowEnd));
  const same = (length: number, from: number, to: number) =>
    Array.from({ length }, (_, index): Step => ({ kind: " ", old: from + index, now: to + index }));
  return [
    ...same(head, 0, 0),
    ...middle.map((step) => ({ ...step, old: step.old + head, now: step.now + head })),
    ...same(tail, oldEnd, nowEnd),
  ];
}

function changes(old: readonly string[], now: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let distance = 0; distance <= Math.min(old.length + now.length, mostDifferences); distance += 1) {
    trace.push(new Map(furthest));
    const next = new Map(furthest);
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = startOf(next, diagonal, distance);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(trace, old.length, now.length);
    }
    furthest = next;
  }
  return [
    ...old.map((_, index): Step => ({ kind: "-", old: index, now: 0 })),
    ...now.map((_, index): Step => ({ kind: "+", old: old.length, now: index })),
  ];
}

function startOf(furthest: ReadonlyMap<number, number>, diagonal: number, distance: number): number {
  const [left, right] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
  const isDown = diagonal === -distance || (diagonal !== distance && left < right);
  return isDown ? right : left + 1;
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  oldLength: number,
  nowLength: number,
): Step[] {
  const steps: Step[] = [];
  let [x, y] = [oldLength, nowLength];
  for (let distance = trace.length - 1; distance >= 0; distance -= 1) {
    const furthest = trace[distance] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = startOf(furthest, diagonal, distance);
    const isDown =
      diagonal === -distance ||
      (diagonal !== distance && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
    while (x > start && y > start - diagonal) {
      x -= 1;
      y -= 1;
      steps.push({ kind: " ", old: x, now: y });
    }
    if (distance === 0) break;
    if (isDown) steps.push({ kind: "+", old: x, now: --y });
    else steps.push({ kind: "-", old: --x, now: y });
  }
  return steps.reverse();
}

interface Hunk {
  readonly from: number;
  readonly to: number;
}

/** Changes with their context; those that meet are one. */
function hunksOf(steps: readonly Step[]): readonly Hunk[] {
  const hunks: { from: number; to: number }[] = [];
  steps.forEach(({ kind }, index) => {
    if (kind === " ") return;
    const [from, to] = [Math.max(0, index - context), Math.min(steps.length, index + 1 + context)];
    const last = hunks.at(-1);
    if (last && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  });
  return hunks;
}

function hunkText(
  { from, to }: Hunk,
  steps: readonly Step[],
  old: readonly string[],
  now: readonly string[],
): string {
  const own = steps.slice(from, to);
  const count = (kind: Step["kind"]) => own.filter((step) => step.kind !== kind).length;
  const range = (start: number, lines: number) =>
    `${lines === 0 ? start : start + 1}${lines === 1 ? "" : `,${lines}`}`;
  const first = own[0] ?? { old: 0, now: 0 };
  const lines = own.map(({ kind, old: x, now: y }) => {
    const line = (kind === "+" ? now[y] : old[x]) ?? "";
    return `${kind}${line}${line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n"}`;
  });
  return `@@ -${range(first.old, count("+"))} +${range(first.now, count("-"))} @@\n${lines.join("")}`;
}

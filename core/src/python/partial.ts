import { callValue, expandKeywords, runs } from "./call.js";
import type { Context } from "./context.js";
import { mergeEntries } from "./dict-entries.js";
import { none, unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";

export const partialType = "functools.partial";

/** `functools.partial(…)` */
export function partial(
  { positional: [callee, ...items], ...bound }: BoundArguments,
  context: Context,
): MachineValue {
  if (!callee || bound.openPositional) return unknown("what functools.partial() takes is not known");
  const entries = new Map([...bound.keywords].map(([name, value]) => [`'${name}`, value]));
  // Of another one Python makes one of both
  const inner = context.object(callee);
  const before = inner?.kind === "instance" && inner.type === partialType ? inner.members : undefined;
  const args = before?.get("args");
  const keywords = before?.get("keywords");
  const given = keywords && context.object(keywords);
  const merged = new Map(given?.kind === "dict" ? given.entries : []);
  const unordered = mergeEntries(merged, entries);
  const open = bound.openKeywords || (given?.kind === "dict" && given.open);
  const members = new Map<string, MachineValue>([
    ["func", before?.get("func") ?? callee],
    ["args", { kind: "tuple", items: args?.kind === "tuple" ? [...args.items, ...items] : items }],
    [
      "keywords",
      context.allocate({ kind: "dict", entries: merged, open, ...(unordered ? { unordered } : {}) }),
    ],
  ]);
  return context.allocate({ kind: "instance", type: partialType, members, open: false });
}

/** Calls what it gave. */
export function callPartial(
  members: ReadonlyMap<string, MachineValue>,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const callee = members.get("func") ?? unknown(runs(site));
  const args = members.get("args");
  const first = args?.kind === "tuple" ? args.items : [];
  const keywords = expandKeywords(members.get("keywords") ?? none, context);
  // What is given by position is not for the first parameters
  const shifted = site.arguments.map((one) =>
    one.name === undefined && !one.star && first.length > 0 ? { ...one, star: "*" as const } : one,
  );
  return callValue(
    callee,
    {
      positional: [...first, ...bound.positional],
      keywords: new Map([...keywords.keywords, ...bound.keywords]),
      openKeywords: bound.openKeywords || keywords.open,
      openPositional: bound.openPositional,
    },
    { ...site, arguments: shifted },
    context,
  );
}

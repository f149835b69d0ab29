import { callValue } from "./call.js";
import { instantiate } from "./class.js";
import type { Context } from "./context.js";
import { asDict, changedFields, dataOf, fieldType, type DataField } from "./data-classes.js";
import { elements } from "./expression.js";
import { iterator } from "./item-calls.js";
import { splitShellWords } from "./shell-words.js";
import { changeSearchPath } from "./search-path.js";
import {
  noArguments,
  text,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type MachineValue,
  type Site,
} from "./machine.js";

type Call = (bound: BoundArguments, site: Site, context: Context) => MachineValue | undefined;

/** Functions of Python's own modules that make something of what they are given; undefined: another, or not followed. */
export function callStandard(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  return bound.openPositional ? undefined : calls.get(path)?.(bound, site, context);
}

const calls = new Map<string, Call>(
  Object.entries<Call>({
    "types.SimpleNamespace": (bound, site, context) =>
      namespace("types.SimpleNamespace", bound, site, context),
    "argparse.Namespace": (bound, site, context) => namespace("argparse.Namespace", bound, site, context),
    "dataclasses.field": (bound, site, context) =>
      bound.positional.length > 0
        ? undefined
        : context.allocate({
            kind: "instance",
            type: fieldType,
            members: bound.keywords,
            open: bound.openKeywords,
            span: site.span,
          }),
    "dataclasses.asdict": ({ positional, keywords, openKeywords }, site, context) => {
      const [value] = positional;
      if (!value || positional.length > 1 || keywords.size > 0 || openKeywords) return undefined;
      return context.each(value, (one) => asDict(one, site, context));
    },
    "dataclasses.replace": ({ positional, ...bound }, site, context) => {
      const [value] = positional;
      const type = value && dataOf(value, context)?.type;
      const given =
        value && positional.length === 1
          ? changedFields(value, { ...bound, positional: [] }, context)
          : undefined;
      return type && given ? instantiate(type, given, { ...site, arguments: [] }, context) : undefined;
    },
    "pydantic.Field": modelField,
    "pydantic.fields.Field": modelField,
    "collections.namedtuple": tupleClass,
    "textwrap.dedent": ({ positional: [value, ...more], keywords }) => {
      const isText = value?.kind === "constant" && value.type === "str";
      if (!isText || more.length > 0 || keywords.size > 0) return undefined;
      const dedented = withoutMargin(String(value.data));
      return dedented === undefined ? undefined : text(dedented);
    },
    // Of other modules nobody knows whose they are
    "importlib.import_module": ({ positional: [name, ...more], keywords, openKeywords }, _, context) => {
      const path = name?.kind === "constant" && name.type === "str" ? String(name.data) : "";
      const isAlone = more.length === 0 && keywords.size === 0 && !openKeywords;
      return isAlone && context.library.harmless(path.split(".")[0] ?? "") && path !== ""
        ? { kind: "library", path }
        : undefined;
    },
    "shlex.split": (bound, _, context) => splitShellWords(bound, context),
    "functools.reduce": (bound, site, context) => {
      const [callee, source, start] = bound.positional;
      if (!callee || !source || bound.keywords.size > 0 || bound.openKeywords || bound.positional.length > 3)
        return undefined;
      const { items, open } = elements(source, context);
      const [first, ...rest] = start ? [start, ...items] : items;
      if (open || !first || rest.length > mostItems) return undefined;
      return rest.reduce(
        (sum, item) =>
          callValue(callee, { ...noArguments, positional: [sum, item] }, { ...site, arguments: [] }, context),
        first,
      );
    },
    "itertools.chain": (bound, site, context) => {
      if (bound.keywords.size > 0 || bound.openKeywords) return undefined;
      return joined(bound.positional, bound, site, context);
    },
    "itertools.chain.from_iterable": (bound, site, context) => {
      const [source] = bound.positional;
      const parts = source && bound.positional.length === 1 ? elements(source, context) : undefined;
      return parts && !parts.open ? joined(parts.items, bound, site, context) : undefined;
    },
    "itertools.product": (bound, site, context) => {
      if (bound.keywords.size > 0 || bound.openKeywords) return undefined;
      const columns = bound.positional.map((value) => elements(value, context));
      const count = columns.reduce((product, { items }) => product * items.length, 1);
      if (columns.some(({ open }) => open) || count > mostItems) return undefined;
      let rows: readonly (readonly MachineValue[])[] = [[]];
      for (const { items } of columns) rows = rows.flatMap((row) => items.map((item) => [...row, item]));
      return iterator(
        rows.map((items) => ({ kind: "tuple", items })),
        bound,
        site,
        context,
      );
    },
  }),
);

for (const method of ["append", "extend", "insert", "remove", "pop", "clear", "reverse", "sort"])
  calls.set(`sys.path.${method}`, (bound, _, context) => changeSearchPath(method, bound, context));

const mostItems = 100;

/** What `textwrap.dedent` gives; undefined: the text has ends of lines that the two languages see differently. */
function withoutMargin(written: string): string | undefined {
  if (/[\r\u2028\u2029]/.test(written)) return undefined;
  const lines = written.split("\n").map((line) => line.replace(/^[ \t]+$/, ""));
  const indents = lines.filter((line) => line !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  let margin = indents[0] ?? "";
  for (const indent of indents) while (!indent.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => (line === "" ? line : line.slice(margin.length))).join("\n");
}

function joined(
  parts: readonly MachineValue[],
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const all = parts.map((part) => elements(part, context));
  return all.some(({ open }) => open)
    ? undefined
    : iterator(
        all.flatMap(({ items }) => items),
        bound,
        site,
        context,
      );
}

/** An object with these attributes and no others. */
function namespace(
  type: string,
  bound: BoundArguments,
  { span }: Site,
  context: Context,
): MachineValue | undefined {
  if (bound.positional.length > 0) return undefined;
  return context.allocate({
    kind: "instance",
    type,
    members: bound.keywords,
    open: bound.openKeywords,
    span,
  });
}

/** `namedtuple("Job", "type count", defaults=[1])` */
function tupleClass(bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
  const [title, listed] = bound.positional;
  const others = [...bound.keywords.keys()].filter((name) => name !== "defaults");
  if (
    title?.kind !== "constant" ||
    !listed ||
    others.length > 0 ||
    bound.openKeywords ||
    bound.positional.length > 2
  )
    return undefined;
  const names =
    listed.kind === "constant"
      ? String(listed.data)
          .replaceAll(",", " ")
          .split(/\s+/)
          .filter((name) => name !== "")
      : namesIn(listed, context);
  const given = bound.keywords.get("defaults");
  const defaults = given ? elements(given, context) : { items: [], open: false };
  if (!names || defaults.open || defaults.items.length > names.length) return undefined;
  const first = names.length - defaults.items.length;
  const fields = names.map((name, index): DataField => {
    const fallback = defaults.items[index - first];
    return { name, inInit: true, keywordOnly: false, ...(fallback ? { default: fallback } : {}) };
  });
  const attributes = context.allocate({
    kind: "instance",
    type: "builtins.type",
    members: new Map(),
    open: false,
  });
  const definition: ClassDefinition = {
    name: String(title.data),
    cell: context.cell,
    bases: [],
    id: attributes.kind === "reference" ? attributes.id : 0,
    methods: [],
    data: { made: "named tuple", fields },
  };
  return { kind: "class", definition, span: site.span };
}

function namesIn(value: MachineValue, context: Context): readonly string[] | undefined {
  const { items, open } = elements(value, context);
  const names = items.map((item) =>
    item.kind === "constant" && item.type === "str" ? String(item.data) : undefined,
  );
  return open || names.includes(undefined) ? undefined : names.flatMap((name) => name ?? []);
}

/** `vars(value)`, `value.__dict__`: a copy, for who only reads it. Undefined: not followed. */
export function attributesOf(value: MachineValue, context: Context): MachineValue | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || object.open) return undefined;
  const names =
    typeof object.type === "string"
      ? namespaces.has(object.type)
        ? [...object.members.keys()]
        : context.library.attributesOf?.(object.type)
      : isOwn(object.type) && object.type.data?.made !== "named tuple"
        ? [...object.members.keys()]
        : undefined;
  if (!names) return undefined;
  const entries = names.map((name): [string, MachineValue] => [
    `'${name}`,
    object.members.get(name) ??
      (typeof object.type === "string"
        ? context.library.attribute(object.type, name, object, context)
        : undefined) ??
      unknown(`.${name} is only known when the notebook runs`),
  ]);
  return context.allocate({ kind: "dict", entries: new Map(entries), open: false });
}

const namespaces: ReadonlySet<string> = new Set(["types.SimpleNamespace", "argparse.Namespace"]);

/** No library has a part in its objects. */
function isOwn({ bases }: ClassDefinition): boolean {
  return bases.every((base) =>
    base.kind === "class"
      ? isOwn(base.definition)
      : base.kind === "library" && base.path === "builtins.object",
  );
}

/** What a model's field says besides its type; what changes the name or the value of it is not followed. */
function modelField(
  { positional: [first, ...more], keywords, openKeywords }: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const plain =
    /^(?:default|default_factory|description|title|examples|g[te]|l[te]|m(?:in|ax)_length|pattern)$/;
  const open = openKeywords || more.length > 0 || [...keywords.keys()].some((name) => !plain.test(name));
  const members = first ? new Map([...keywords, ["default", first] as const]) : keywords;
  return context.allocate({ kind: "instance", type: fieldType, members, open, span: site.span });
}

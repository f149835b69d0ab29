import { indexOf, stepsOf } from "../../requests/path-steps.js";
import type { FieldChange, Json } from "../../requests/request.js";

/** What to set below one member. */
export type Setting = Json | Settings | ItemSettings;
export class Settings {
  readonly members = new Map<string, Setting>();
}

/** What to set in items of a list that are there, by their numbers. */
export class ItemSettings {
  readonly items = new Map<number, Setting>();
}

/** The changes as one tree, without the first steps of their paths where those are not asked for. @throws CannotWrite */
export function settingsTree(changes: readonly FieldChange[], without = 0): Settings | ItemSettings {
  const [first] = changes;
  const root = levelOf(first && stepsOf(first.path)[without]);
  for (const { path, value } of changes) addSetting(root, stepsOf(path).slice(without), value);
  return root;
}

function levelOf(step: string | undefined): Settings | ItemSettings {
  return step !== undefined && indexOf(step) !== undefined ? new ItemSettings() : new Settings();
}

function addSetting(level: Settings | ItemSettings, [step, ...rest]: readonly string[], value: Json): void {
  const index = step === undefined ? undefined : indexOf(step);
  if (step === undefined || level instanceof ItemSettings !== (index !== undefined)) throw new CannotWrite();
  // `[]` stands for all items
  if (index === undefined && /[[\]]/.test(step)) throw new CannotWrite();
  const there = level instanceof Settings ? level.members.get(step) : level.items.get(index ?? 0);
  const inside: Setting = rest.length === 0 ? value : (there ?? levelOf(rest[0]));
  if (level instanceof Settings) level.members.set(step, inside);
  else level.items.set(index ?? 0, inside);
  if (rest.length === 0) return;
  if (!isTree(inside)) throw new CannotWrite();
  addSetting(inside, rest, value);
}

export function isTree(setting: Setting): setting is Settings | ItemSettings {
  return setting instanceof Settings || setting instanceof ItemSettings;
}

/** The changes cannot be written into this command safely. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

/** As shorthand: `Subnets=a,b,SecurityGroupIds=c`; inside of braces lists have brackets. */
export function shorthandText(setting: Setting, nested: boolean): string {
  if (setting instanceof ItemSettings) throw new CannotWrite(); // the items are not there
  if (setting instanceof Settings) {
    const members = [...setting.members].map(
      ([name, one]) => `${name}=${shorthandText(one, nested || one instanceof Settings)}`,
    );
    return nested ? `{${members.join(",")}}` : members.join(",");
  }
  if (isList(setting)) {
    const items = setting.map(shorthandScalar).join(",");
    return nested || setting.length === 0 ? `[${items}]` : items;
  }
  return shorthandScalar(setting);
}

/** All members at the top of an argument. */
export function shorthandMembers({ members }: Settings): string {
  return [...members]
    .map(
      ([name, one]) =>
        `${name}=${one instanceof Settings ? shorthandText(one, true) : shorthandText(one, false)}`,
    )
    .join(",");
}

function shorthandScalar(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // Whatever would have to be quoted twice is left to the author
  if (!/^[\w:/.@+-]+$/.test(text)) throw new CannotWrite();
  return text;
}

export function jsonText(setting: Setting): string {
  if (setting instanceof ItemSettings) throw new CannotWrite();
  if (setting instanceof Settings) {
    return `{${[...setting.members].map(([name, one]) => `${JSON.stringify(name)}: ${jsonText(one)}`).join(", ")}}`;
  }
  return isList(setting) ? `[${setting.map((one) => jsonText(one)).join(", ")}]` : JSON.stringify(setting);
}

/** One word of a command line. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (text.includes("'")) throw new CannotWrite();
  return `'${text}'`;
}

export function isList(value: Setting): value is readonly Json[] {
  return Array.isArray(value);
}

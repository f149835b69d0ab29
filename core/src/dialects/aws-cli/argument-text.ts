import type { Json } from "../../requests/request.js";

/** What to set below one member. */
export type Setting = Json | Settings;
export class Settings {
  readonly members = new Map<string, Setting>();
}

/** The changes cannot be written into this command safely. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

/** As shorthand: `Subnets=a,b,SecurityGroupIds=c`; inside of braces lists have brackets. */
export function shorthandText(setting: Setting, nested: boolean): string {
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

import type { randomFrom } from "./random.js";

type Random = ReturnType<typeof randomFrom>;

/** A mapping as people write settings: both styles, quotes, comments (`# c1`), several indents and line ends. */
export function randomYaml(random: Random): string {
  const { below, chance, pick } = random;
  const step = pick([2, 2, 4, 1]);
  const dashStep = pick([0, step]);
  let comments = 0;
  let keys = 0;
  const comment = () => ` # c${(comments += 1)}`;
  const behind = () => (chance(0.25) ? comment() : chance(0.1) ? "  " : "");
  const above = (indent: number) => (chance(0.15) ? [" ".repeat(indent) + comment().trim()] : []);
  const blank = () => (chance(0.1) ? [""] : []);

  const scalar = (isFlow: boolean): string =>
    pick([
      "subnet-1",
      `"sg-1"`,
      "'it''s'",
      "12",
      "no",
      "~",
      "1.5",
      `"a: b"`,
      isFlow ? "plain" : "plain text",
      isFlow ? "x" : "arn:aws:kms:eu:1:key/2",
    ]);
  const key = () =>
    pick(["Subnets", "groups", "'quoted key'", "ü", "k-1"]).replace(/(?='?$)/, String((keys += 1)));

  const flow = (depth: number): string => {
    const isMap = chance(0.4);
    const items = Array.from({ length: below(4) }, () => {
      const value = depth > 0 && chance(0.3) ? flow(depth - 1) : scalar(true);
      return isMap ? `${key()}: ${value}` : value;
    });
    const comma = items.length > 0 && chance(0.2) ? "," : "";
    const gap = pick(["", "", " "]);
    return `${isMap ? "{" : "["}${gap}${items.join(pick([", ", ",  "]))}${comma}${gap}${isMap ? "}" : "]"}`;
  };
  const brokenFlow = (indent: number): string => {
    const inner = " ".repeat(indent + step);
    const items = Array.from({ length: 1 + below(3) }, () => scalar(true));
    const lines = items.map((item, index) => {
      const isLast = index === items.length - 1;
      return `${inner}${item}${isLast ? pick(["", ","]) : ","}${behind()}`;
    });
    return `[${behind()}\n${lines.join("\n")}\n${inner}]`;
  };

  /** What stands behind a key's colon, and the lines below it. */
  const value = (indent: number, depth: number): string[] => {
    const kind = depth === 0 ? below(4) : below(9);
    if (kind < 3) return [` ${scalar(false)}${behind()}`];
    if (kind === 3) return [behind()];
    if (kind === 4) return [` ${flow(1)}${behind()}`];
    if (kind === 5) return [` ${brokenFlow(indent)}${behind()}`];
    if (kind === 6) return [behind(), ...mapping(indent + step, depth - 1)];
    if (kind === 7 && chance(0.5))
      return [
        pick([" |", " >-", " |+"]),
        ...["text", "more"].map((line) => " ".repeat(indent + step) + line),
        ...blank(),
      ];
    return [behind(), ...list(indent + dashStep, depth - 1)];
  };
  const list = (indent: number, depth: number): string[] =>
    Array.from({ length: 1 + below(3) }, () => {
      const dash = `${" ".repeat(indent)}- `;
      if (depth === 0 || chance(0.7)) return [...above(indent), `${dash}${scalar(false)}${behind()}`];
      const [first = "", ...more] = mapping(indent + 2, depth - 1, false);
      return [dash + first.trimStart(), ...more];
    }).flat();
  const mapping = (indent: number, depth: number, mayBegin = true): string[] =>
    Array.from({ length: 1 + below(3) }, (_, index) => {
      const [rest = "", ...below_] = value(indent, depth);
      const mayNote = mayBegin || index > 0;
      return [
        ...(mayNote ? [...blank(), ...above(indent)] : []),
        `${" ".repeat(indent)}${key()}:${rest}`,
        ...below_,
      ];
    }).flat();

  const lines = [...(chance(0.2) ? ["---"] : []), ...mapping(0, 3)];
  const text = lines.join("\n") + pick(["\n", "", `\n# c${(comments += 1)}\n`]);
  return chance(0.2) ? text.replaceAll("\n", "\r\n") : text;
}

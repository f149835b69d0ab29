import { text, unknown, type MachineValue } from "./machine.js";

/** How a value is laid out in a text, as far as that is followed. */
interface Layout {
  readonly fill: string;
  /** `=`: the fill is put between the sign and the digits. */
  readonly align: "<" | ">" | "^" | "=" | undefined;
  readonly width: number;
  readonly type: string | undefined;
}

/**
 * A text, a whole number or a flag by a specification such as `03d` or `>8`; unknown where that is not followed.
 *
 * @see https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
export function bySpecification(value: MachineValue, specification: string): MachineValue {
  const [whole, fill, align, zero, width, type] =
    /^(?:(.)?([<>^]))?(0)?(\d{1,3})?([dsxXob])?$/su.exec(specification) ?? [];
  if (whole === undefined) return unknown("the text is formatted when the notebook runs");
  const isZero = zero !== undefined;
  const layout: Layout = {
    fill: fill ?? (isZero ? "0" : " "),
    align: align === "<" || align === ">" || align === "^" ? align : isZero ? "=" : undefined,
    width: Number(width ?? 0),
    type,
  };
  return laidOut(value, layout);
}

/** The same for a field of `%`, where `flag` is `0`, `-` or nothing. */
export function byPercent(value: MachineValue, flag: string, width: number, type: string): MachineValue {
  const isNumber = type !== "s";
  // Every value has a text
  const given = isNumber || value.kind !== "constant" || value.type === "str" ? value : plainText(value);
  const align = flag === "-" ? "<" : flag === "0" && isNumber ? "=" : ">";
  return laidOut(given, { fill: align === "=" ? "0" : " ", align, width, type: isNumber ? "d" : "s" });
}

function plainText(value: Extract<MachineValue, { readonly kind: "constant" }>): MachineValue {
  if (value.type === "int") return text(String(value.data));
  return unknown("the text is formatted when the notebook runs");
}

function laidOut(value: MachineValue, { fill, align, width, type }: Layout): MachineValue {
  const lost = unknown("the text is formatted when the notebook runs");
  if (value.kind === "unknown") return unknown(value.why);
  if (value.kind !== "constant") return lost;
  if (value.type === "str") {
    const data = String(value.data);
    if ((type !== undefined && type !== "s") || align === "=" || /[\ud800-\udfff]/.test(data)) return lost;
    return text(padded(data, fill, align ?? "<", width));
  }
  if ((value.type !== "int" && value.type !== "bool") || type === "s") return lost;
  const number = Number(value.data);
  const digits = inBase(Math.abs(number), type);
  const sign = number < 0 ? "-" : "";
  if (align === "=") return text(sign + padded(digits, fill, ">", width - sign.length));
  return text(padded(sign + digits, fill, align ?? ">", width));
}

function inBase(number: number, type: string | undefined): string {
  const digits = number.toString({ x: 16, X: 16, o: 8, b: 2 }[type ?? ""] ?? 10);
  return type === "X" ? digits.toUpperCase() : digits;
}

function padded(data: string, fill: string, align: "<" | ">" | "^", width: number): string {
  const missing = Math.max(0, width - data.length);
  const before = align === ">" ? missing : align === "^" ? Math.floor(missing / 2) : 0;
  return fill.repeat(before) + data + fill.repeat(missing - before);
}

import type { FileValue } from "../files/file-value.js";
import type { Context } from "./context.js";
import { unknown, type MachineValue } from "./machine.js";
import type { FilePlace } from "./value.js";

/**
 * What a data file says as Python's objects, new ones each time: whoever reads a file owns what he gets.
 *
 * @param of The file as messages name it; a value may be of another file, where several were merged. Undefined: of a text that is in no file.
 */
export function allocateFileValue(
  value: FileValue & { readonly file?: string },
  of: Omit<FilePlace, "line"> | undefined,
  context: Context,
): MachineValue {
  context.step();
  const read = of && { ...of, file: value.file ?? of.file, line: value.line };
  const at = read ? { read } : {};
  switch (value.kind) {
    case "constant":
      return { kind: "constant", type: value.type, data: value.data, ...at };
    case "list": {
      const items = value.items.map((item) => allocateFileValue(item, read, context));
      return context.allocate({ kind: "list", items, open: false, ...at });
    }
    case "dict": {
      const entries = new Map<string, MachineValue>();
      for (const [key, entry] of value.entries)
        entries.set(`'${key}`, allocateFileValue(entry, read, context));
      return context.allocate({ kind: "dict", entries, open: false, ...at });
    }
    case "unknown":
      return unknown(read ? `${read.file}:${read.line}: ${value.why}` : value.why);
  }
}

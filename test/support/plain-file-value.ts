import type { FileValue } from "../../core/src/files/file-value.js";

/** For comparison: floats as `{ float }`, what is not known as "unknown". */
export function plainValue(value: FileValue): unknown {
  switch (value.kind) {
    case "constant":
      return value.type === "float" ? { float: value.data } : value.data;
    case "list":
      return value.items.map(plainValue);
    case "dict":
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plainValue(entry)]));
    case "unknown":
      return "unknown";
  }
}

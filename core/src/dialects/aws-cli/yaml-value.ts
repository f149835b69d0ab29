import type { FileValue } from "../../files/file-value.js";
import { readYaml } from "../../files/read-yaml.js";
import type { Value } from "../../python/value.js";
import type { LocatedText } from "./located-text.js";
import { unknownText } from "./shell/parse-script.js";

/** YAML as the AWS CLI reads it, each value with its line of the file; undefined when it is none that can be followed. */
export function yamlValue(located: LocatedText): Value | undefined {
  if (located.text.includes(unknownText)) return undefined;
  const reading = readYaml(located.text);
  return "problem" in reading ? undefined : valueOf(reading.value, located.read?.(0).file);
}

function valueOf(value: FileValue, file: string | undefined): Value {
  const at = file === undefined ? {} : { read: { file, line: value.line } };
  switch (value.kind) {
    case "constant":
      return { kind: "constant", data: value.data, ...at };
    case "list":
      return { kind: "list", items: value.items.map((item) => valueOf(item, file)), open: false, ...at };
    case "dict": {
      const entries = [...value.entries].map(([name, entry]) => [name, valueOf(entry, file)] as const);
      return { kind: "dict", entries: new Map(entries), open: false, ...at };
    }
    case "unknown":
      return { kind: "unknown", why: value.why };
  }
}

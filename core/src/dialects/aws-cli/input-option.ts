import { yamlText } from "../../python/json-text.js";
import type { Value } from "../../python/value.js";
import type { ReadFile } from "./argument-value.js";
import { jsonValue } from "./json-value.js";
import { madeValue, sourceOf } from "./made-value.js";
import { unknownValue } from "./located-text.js";
import type { GivenOption } from "./read-command.js";
import { unknownText } from "./shell/parse-script.js";
import { yamlValue } from "./yaml-value.js";

/** The members that `--cli-input-json`, or another option with a text of JSON, gives. Undefined: it is no JSON. */
export function inputOf({ name, values }: GivenOption, read: ReadFile): Value | undefined {
  const [word] = values;
  if (!word) return undefined;
  const [, path] = /^file:\/\/([\s\S]*)$/.exec(word.text) ?? [];
  const content = path === undefined ? word : read(path);
  if (!content) return unknownValue(word, 0, word.text.length);
  const isYaml = name === "cli-input-yaml";
  const made = content.made && madeValue(content.made, isYaml);
  if (!isYaml && content.made && isBlockYaml(content.made)) return undefined;
  if (made) return made;
  const value = jsonValue(content) ?? (isYaml ? yamlValue(content) : undefined);
  if (value) return value;
  return isYaml || content.text.includes(unknownText) ? unknownValue(word, 0, word.text.length) : undefined;
}

/** What `yaml.dump(…)` writes of a dict with something in it: no JSON. */
function isBlockYaml(made: Value): boolean {
  const source = made.kind === "object" && made.type === yamlText ? sourceOf(made) : undefined;
  return source?.kind === "dict" && source.entries.size > 0;
}

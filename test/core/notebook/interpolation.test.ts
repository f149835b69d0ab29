import assert from "node:assert/strict";
import { readTemplate } from "../../../core/src/notebook/interpolation.js";

/** Fields in guillemets; `undefined`: IPython leaves the command as it is. Each seen with IPython 9.18.1. */
const cases: Readonly<Record<string, string | undefined>> = {
  "a $x b": "a «x» b",
  "a $$x b": "a $x b",
  "'$x' $x": "'$x' «x»",
  "'{x}' '$x'": "'«x»' '$x'",
  "it's $x": "it's «x»",
  "{{a}} {x}": "{a} «x»",
  "$x.y": "«x.y»",
  $größe: "«größe»",
  "${x}": "$«x»",
  "a {x!r}": "a «x»!",
  "{d['a']}": "«d['a']»",
  "{d['}']}": "«d['}']»",
  "{x:>3}": "«x:>3»",
  "{x[0]:}": "«x[0]»",
  "$x{y}$x": "«x»«y»«x»",
  '{"a": {"b": 1}}': '«"a": {"b": 1}»',
  "{x if x!=2 else 3}": undefined,
  "{": undefined,
  "}": undefined,
  "{a{b}}": undefined,
  "a \\\n  b": "a    b",
};

describe("readTemplate", () => {
  for (const [command, expected] of Object.entries(cases))
    it(command, () => {
      const parts = readTemplate(command);
      const shown = parts?.map((part) =>
        part.kind === "text" ? part.text : `«${part.expression}»${part.converted ? "!" : ""}`,
      );
      assert.equal(shown?.join(""), expected);
      for (const part of parts ?? []) assert.ok(part.from < part.to && part.to <= command.length);
    });

  it("takes time in proportion to the fields", () => {
    const milliseconds = (fields: number) => {
      const { user } = process.cpuUsage();
      readTemplate("{a} \\\n".repeat(fields));
      return (process.cpuUsage().user - user) / 1000;
    };
    milliseconds(1000);
    assert.ok(milliseconds(100_000) < 5000);
  });
});

import assert from "node:assert/strict";
import { parseShorthand, type ShorthandNode } from "../../../../core/src/dialects/aws-cli/shorthand.js";

/** Each as `awscli.shorthand.ShorthandParser` of AWS CLI 1.46.3 was seen to read it. */
const cases: Readonly<Record<string, unknown>> = {
  "a=b": { a: "b" },
  "a=b,c=d": { a: "b", c: "d" },
  "a=b,c": { a: ["b", "c"] },
  "a=b,c,d=e": { a: ["b", "c"], d: "e" },
  "a=b,c=d,e": { a: "b", c: ["d", "e"] },
  "a=": { a: "" },
  "a=,b=c": { a: "", b: "c" },
  "a=[b,c],d=e": { a: ["b", "c"], d: "e" },
  "a=[]": { a: [] },
  "a=[b]": { a: ["b"] },
  "a={b=c,d=[e,f]},g=h": { a: { b: "c", d: ["e", "f"] }, g: "h" },
  "a=[{b=c},{b=d}]": { a: [{ b: "c" }, { b: "d" }] },
  'a="b,c",d=e': { a: "b,c", d: "e" },
  "a='b=c'": { a: "b=c" },
  "a=b\\,c": { a: "b,c" },
  "a = b , c = d": { a: "b", c: "d" },
  "a=b c,d=e": { a: "b c", d: "e" },
  "a=s3://bucket/key": { a: "s3://bucket/key" },
  "a=x=y": { a: "x=y" },
  "a@=file://b": { a: "file://b" },
  "a.b/c:d#e-f_g=1": { "a.b/c:d#e-f_g": "1" },
};
const broken = ["", "a", "a:b", "a=b,,c", "a=[b", "a={b=c", "a='b", "a=b,a=c", "=b,", "a={b}", "a=b,c,"];

describe("parseShorthand", () => {
  for (const [text, expected] of Object.entries(cases))
    it(text, () => {
      const parsed = parseShorthand(text);
      assert.ok("members" in parsed, JSON.stringify(parsed));
      assert.deepEqual(plain(parsed), expected);
    });
  for (const text of broken)
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.ok("problem" in parseShorthand(text));
    });
});

function plain(node: ShorthandNode): unknown {
  if (node.kind === "text") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.members].map(([name, { value }]) => [name, plain(value)]));
}

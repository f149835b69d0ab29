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
  "a=b,,c=d": { a: "b", c: "d" },
  "a=b,c,,d=e": { a: ["b", "c"], d: "e" },
  "a=b,\\,c=d": { a: "b", c: "d" },
  "a='b\\'": { a: "b\\" },
  "a.b/c:d#e-f_g=1": { "a.b/c:d#e-f_g": "1" },
};
/** With what it says. */
const broken: Readonly<Record<string, string>> = {
  "": "Expected: '=', received: 'EOF'",
  a: "Expected: '=', received: 'EOF'",
  "a:b": "Expected: '=', received: 'EOF'",
  "a=b,,c": "Expected: '=', received: 'EOF'",
  "a=[b": "Expected: ',', received: 'EOF'",
  "a={b=c": "Expected: ',', received: 'EOF'",
  "a='b": "Expected: '<singled quoted>', received: '<none>'",
  "a=b,a=c": 'Second instance of key "a" encountered',
  "=b,": "Expected: '<second>', received: '<none>'",
  "a={b}": "Expected: '=', received: '}'",
  "a=b,c,": "Expected: '<second>', received: '<none>'",
  "a='b\\',c='d'": "Expected: ',', received: 'd'",
  'a=b,"c': "Expected: '=', received: '\"'",
  "a=b😀": "Expected: ',', received: '😀'",
};

describe("parseShorthand", () => {
  for (const [text, expected] of Object.entries(cases))
    it(text, () => {
      const parsed = parseShorthand(text);
      assert.ok("members" in parsed, JSON.stringify(parsed));
      assert.deepEqual(plain(parsed), expected);
    });
  for (const [text, problem] of Object.entries(broken))
    it(`refuses ${JSON.stringify(text)}`, () => {
      const parsed = parseShorthand(text);
      assert.equal("problem" in parsed ? parsed.problem : undefined, problem);
    });
});

function plain(node: ShorthandNode): unknown {
  if (node.kind === "text") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.members].map(([name, { value }]) => [name, plain(value)]));
}

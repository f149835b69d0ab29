import assert from "node:assert/strict";
import type { Edit } from "../../../core/src/notebook/span.js";
import { readIpynb } from "../../../core/src/notebook/read-ipynb.js";
import { writeIpynb } from "../../../core/src/notebook/write-ipynb.js";
import { ipynbOf } from "../../support/notebooks.js";

const code = "x = f(\n    a=1,\n)\n";
const insertion: Edit = { span: { cell: 1, from: code.length - 2, to: code.length - 2 }, text: "    b=2,\n" };
const edited = "x = f(\n    a=1,\n    b=2,\n)\n";

describe("writeIpynb", () => {
  it("changes nothing without edits", () => {
    const text = "\ufeff" + ipynbOf(["# é\n", code]).replaceAll("\n", "\r\n");
    assert.equal(write(text, []), text);
  });

  for (const indent of [0, 1, 2, 4, "\t"])
    for (const source of ["list", "string"] as const)
      it(`writes what Jupyter would: indent ${JSON.stringify(indent)}, source as ${source}`, () => {
        const options = { indent, source };
        const text = write(ipynbOf(["y = 1", code], options), [insertion]);
        assert.equal(text, ipynbOf(["y = 1", edited], options));
      });

  it("fills a cell that was an empty list as Jupyter would", () => {
    for (const indent of [1, 2, 4, "\t"]) {
      const edit = { span: { cell: 0, from: 0, to: 0 }, text: "a\nb" };
      assert.equal(write(ipynbOf([""], { indent }), [edit]), ipynbOf(["a\nb"], { indent }));
    }
  });

  it("turns one line into several in the layout of the file", () => {
    for (const indent of [0, 1, 4]) {
      const edit = { span: { cell: 0, from: 2, to: 2 }, text: "\n    c=1" };
      assert.equal(write(ipynbOf(["f()"], { indent }), [edit]), ipynbOf(["f(\n    c=1)"], { indent }));
    }
  });

  it("keeps the file's escapes: ASCII only stays ASCII only, and untouched lines stay as they were written", () => {
    const ascii = `{"cells": [{"cell_type": "code", "source": ["# caf\\u00e9 \\/\\n", "f()"]}]}`;
    const edit = { span: { cell: 0, from: 11, to: 11 }, text: "'ü'" };
    assert.equal(
      write(ascii, [edit]),
      `{"cells": [{"cell_type": "code", "source": ["# caf\\u00e9 \\/\\n", "f('\\u00fc')"]}]}`,
    );
    assert.match(
      write(ipynbOf(["# é\nf()"]), [{ span: { cell: 0, from: 6, to: 6 }, text: "'ü'" }]),
      /f\('ü'\)/,
    );
  });

  it("leaves every other byte alone: odd spacing, key order, duplicate keys, outputs that look like cells", () => {
    const before = `{ "nbformat":4,"cells" :[ {"outputs":[{"text":["\\"source\\": [\\"f()\\"]"]}],"source":"old","metadata":{"a":[1,{"source":"no"}],"n":-1.5e3 },
      "source" : "f()", "cell_type":"code"},{"cell_type":"code","source":[ "g()" ]} ] ,"x":null}   `;
    const after = write(before, [
      { span: { cell: 0, from: 2, to: 2 }, text: "1" },
      { span: { cell: 1, from: 2, to: 2 }, text: "2" },
    ]);
    assert.equal(after, before.replace('"f()", "cell', '"f(1)", "cell').replace("g()", "g(2)"));
  });

  it("edits nbformat 3", () => {
    const before = `{"worksheets":[{"cells":[{"cell_type":"markdown","source":"t"}]},{"cells":[{"cell_type":"code","input":["f()"]}]}]}`;
    const edit = { span: { cell: 1, from: 2, to: 2 }, text: "1" };
    assert.equal(write(before, [edit]), before.replace("f()", "f(1)"));
  });

  it("refuses what it cannot do, and says so", () => {
    const text = ipynbOf(["f()"]);
    const at = (cell: number, from: number, to: number) => ({ span: { cell, from, to }, text: "x" });
    assert.ok("problem" in writeIpynb(text, [at(3, 0, 0)]));
    assert.ok("problem" in writeIpynb(text, [at(0, 0, 9)]));
    assert.ok("problem" in writeIpynb(text, [at(0, 0, 2), at(0, 1, 3)]));
    assert.ok("problem" in writeIpynb("{", [at(0, 0, 0)]));
  });

  it("makes the same edit only once, and several in one cell by the offsets before any of them", () => {
    const before = ipynbOf(["f(a, b)"]);
    const edits = [
      { span: { cell: 0, from: 5, to: 6 }, text: "bb" },
      { span: { cell: 0, from: 2, to: 3 }, text: "aa" },
      { span: { cell: 0, from: 2, to: 3 }, text: "aa" },
    ];
    assert.equal(write(before, edits), ipynbOf(["f(aa, bb)"]));
  });

  it("edits a file of 20 MB", () => {
    const outputs = [{ data: { "image/png": 'A\\"'.repeat(300_000) } }];
    const cells = Array.from({ length: 20 }, (_, i) => ({ cell_type: "code", outputs, source: `x = ${i}` }));
    const text = JSON.stringify({ cells });
    const start = performance.now();
    const result = write(text, [{ span: { cell: 19, from: 0, to: 1 }, text: "y" }]);
    assert.ok(performance.now() - start < 10_000);
    assert.equal(result, text.replace("x = 19", "y = 19"));
  });
});

function write(text: string, edits: readonly Edit[]): string {
  const result = writeIpynb(text, edits);
  assert.ok("text" in result, "problem" in result ? result.problem : "");
  assert.ok("notebook" in readIpynb(result.text, ""));
  return result.text;
}

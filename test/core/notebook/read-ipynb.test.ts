import assert from "node:assert/strict";
import { readIpynb } from "../../../core/src/notebook/read-ipynb.js";
import { ipynbOf } from "../../support/notebooks.js";

describe("readIpynb", () => {
  it("reads cells of all kinds, sources as lists and as strings, and keeps their numbers", () => {
    const cells = [
      { cell_type: "markdown", source: ["# Title\n", "text"] },
      { cell_type: "code", source: ["a = 1\n", "b = 2"] },
      { cell_type: "code", source: "c = 3\n" },
      { cell_type: "raw", source: "raw" },
      "not a cell",
      { cell_type: "code" },
    ];
    assert.deepEqual(read(JSON.stringify({ cells, metadata: {}, nbformat: 4 })), [
      "markdown markdown # Title\ntext",
      "code python a = 1\nb = 2",
      "code python c = 3\n",
      "raw raw raw",
      "raw raw ",
      "code python ",
    ]);
  });

  it("reads nbformat 3, over all worksheets", () => {
    const worksheets = [
      {
        cells: [
          { cell_type: "heading", level: 1, source: "Title" },
          { cell_type: "code", input: ["a = 1"], language: "python" },
        ],
      },
      { cells: [{ cell_type: "code", input: "b = 2" }] },
    ];
    assert.deepEqual(read(JSON.stringify({ worksheets, nbformat: 3 })), [
      "markdown markdown Title",
      "code python a = 1",
      "code python b = 2",
    ]);
  });

  it("takes the language of the kernel, and of the cell where it says one", () => {
    const languageWith = (metadata: unknown, cell: object = {}) =>
      read(JSON.stringify({ cells: [{ cell_type: "code", source: "", ...cell }], metadata }))[0];
    assert.equal(languageWith({ kernelspec: { name: "ir", language: "R" } }), "code r ");
    assert.equal(languageWith({ kernelspec: { name: "ir" } }), "code r ");
    assert.equal(languageWith({ language_info: { name: "scala" } }), "code scala ");
    assert.equal(languageWith({ language_info: { name: "ipython" } }), "code python ");
    assert.equal(languageWith({ language_info: { name: "Python_Glue_Session" } }), "code python ");
    assert.equal(languageWith({ kernelspec: { name: "conda_python3" } }), "code python ");
    assert.equal(languageWith(undefined), "code python ");
    assert.equal(
      languageWith({}, { metadata: { vscode: { languageId: "shellscript" } } }),
      "code shellscript ",
    );
  });

  it("reads past a byte order mark; an empty file has no cells", () => {
    assert.deepEqual(read("\ufeff" + ipynbOf(["a = 1"])), ["code python a = 1"]);
    assert.deepEqual(read(""), []);
    assert.deepEqual(read("\ufeff\n"), []);
  });

  it("says what is wrong and what to do, and where", () => {
    const text = ipynbOf(["a = 1"]);
    assert.match(problem(text.slice(0, -20)), /cut off.*Restore the file/);
    assert.match(problem('{\n "cells": [,]\n}'), /^line 2: the JSON is broken/);
    assert.match(
      problem(text.replace('\n "metadata"', '\n<<<<<<< HEAD\n "metadata"')),
      /^line \d+: .*merge conflict/,
    );
    for (const other of ["[]", "null", "3", '"x"', "{}", '{"cells": {}}', '{"worksheets": 1}'])
      assert.match(problem(other), /^not a notebook/, other);
  });

  it("reads a file of 20 MB, nearly all outputs", () => {
    const outputs = [
      { output_type: "display_data", data: { "image/png": "A".repeat(1_000_000) }, metadata: {} },
    ];
    const cells = Array.from({ length: 20 }, (_, i) => ({ cell_type: "code", outputs, source: `x = ${i}` }));
    const text = JSON.stringify({ cells, metadata: {} });
    const start = performance.now();
    assert.equal(read(text).length, 20);
    assert.ok(performance.now() - start < 5000);
  });
});

function read(text: string): string[] {
  const result = readIpynb(text, "a.ipynb");
  assert.ok("notebook" in result, "problem" in result ? result.problem : "");
  return result.notebook.cells.map(({ kind, language, text: source }) => `${kind} ${language} ${source}`);
}

function problem(text: string): string {
  const result = readIpynb(text, "a.ipynb");
  assert.ok("problem" in result);
  return result.problem;
}

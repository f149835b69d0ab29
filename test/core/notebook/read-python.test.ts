import assert from "node:assert/strict";
import { readPython, writePython } from "../../../core/src/notebook/read-python.js";

describe("readPython", () => {
  it("is one cell, percent format too, with the file's positions", () => {
    const text = "# %%\r\na = 1\r\n# %% [markdown]\r\n# text\r\n";
    const { notebook } = readPython(text, "a.py");
    assert.deepEqual(notebook, { uri: "a.py", cells: [{ kind: "code", language: "python", text }] });
  });

  it("leaves out the byte order mark, and writing keeps it", () => {
    assert.equal(readPython("\ufefff()", "a.py").notebook.cells[0]?.text, "f()");
    const edit = { span: { cell: 0, from: 2, to: 2 }, text: "1" };
    assert.deepEqual(writePython("\ufefff()", [edit]), { text: "\ufefff(1)" });
    assert.deepEqual(writePython("f()", [edit]), { text: "f(1)" });
  });

  it("refuses edits that overlap", () => {
    const edits = [0, 1].map((from) => ({ span: { cell: 0, from, to: from + 2 }, text: "x" }));
    assert.ok("problem" in writePython("f()", edits));
  });
});

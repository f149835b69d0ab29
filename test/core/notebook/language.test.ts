import assert from "node:assert/strict";
import { check, createChecker } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { canonicalLanguage, languageOf, unreadLanguage } from "../../../core/src/notebook/language.js";
import type { Cell, Notebook } from "../../../core/src/notebook/notebook.js";

const notebookIn = (language: string, ...texts: readonly string[]): Notebook => ({
  uri: "a.ipynb",
  cells: texts.map((text): Cell => ({ kind: "code", language, text })),
});

describe("The language of a notebook", () => {
  it("is what its kernel or its language's info say, by one name", () => {
    const said: readonly (readonly [string, object | undefined])[] = [
      ["python", undefined],
      ["python", {}],
      ["python", { kernelspec: { name: "conda_python3" } }],
      ["python", { kernelspec: { name: "pysparkkernel" }, language_info: { name: "pyspark" } }],
      ["python", { kernelspec: { name: "glue_pyspark", language: "python" } }],
      ["python", { language_info: { name: "Python_Glue_Session" } }],
      ["python", { language_info: { name: "ipython" } }],
      ["python", { kernelspec: { language: "", name: "python3" }, language_info: { name: "python" } }],
      ["r", { kernelspec: { name: "ir", language: "R" } }],
      ["r", { kernelspec: { name: "ir" } }],
      ["r", { kernelspec: { name: "sparkrkernel", language: "sparkr" } }],
      ["scala", { kernelspec: { name: "sparkkernel" }, language_info: { name: "scala" } }],
      ["scala", { language_info: { name: "Scala_Glue_Session" } }],
      ["julia", { language_info: { name: "julia" } }],
    ];
    for (const [language, metadata] of said) assert.equal(languageOf(metadata), language);
    for (const name of ["Python", "python3", "Python 3.11", "PySpark3", "ipython"])
      assert.equal(canonicalLanguage(name), "python");
    assert.equal(canonicalLanguage("pythonish"), "pythonish");
  });

  it("is told where all of the code is in one that is not read", () => {
    const r = notebookIn("r", "", "library(paws)\nsm <- paws::sagemaker()");
    assert.deepEqual(unreadLanguage(r), { language: "R", cell: 1 });
    const { problems, unread } = check(r, noEnvironment);
    assert.equal(unread, "R");
    assert.deepEqual(problems, [
      {
        span: { cell: 1, from: 0, to: 0 },
        message: "The notebook's language is R: only Python and shell scripts are checked",
      },
    ]);
    const mixed = { ...r, cells: [...r.cells, ...notebookIn("python", "x = 1").cells] };
    const others = [notebookIn("python"), notebookIn("r", " \n"), notebookIn("plaintext", "a"), mixed];
    for (const notebook of [...others, notebookIn("shellscript", "aws s3 ls"), notebookIn("python", "")]) {
      assert.equal(check(notebook, noEnvironment).unread, undefined);
      assert.deepEqual(check(notebook, noEnvironment).problems, []);
    }
  });

  it("is told anew when the notebook gets another kernel", () => {
    const checker = createChecker();
    const unread = (language: string, ...texts: readonly string[]) =>
      checker(notebookIn(language, ...texts), noEnvironment).unread;
    assert.equal(unread("python", "x <- 1"), undefined);
    assert.equal(unread("r", "x <- 1"), "R");
    assert.equal(unread("scala", "x <- 1"), "Scala");
    assert.equal(unread("python", "x <- 1"), undefined);
    assert.equal(unread("scala", "x <- 1"), "Scala");
    assert.equal(unread("scala", ""), undefined);
  });
});

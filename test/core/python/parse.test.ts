import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { Statement } from "../../../core/src/python/ast.js";
import { parse, readAny } from "../../../core/src/python/parse.js";

/** Damaged and monstrous text, as an editor may hold it at any moment. */
const damaged: Record<string, string> = {
  "a header that is cut": "for i in range\nx = ((1\n(9):\n",
  "two headers in one": "for i in range for j in x:\n    pass",
  "words after one another": "x = a b",
  "a generator that hands on": "def f():\n    x = yield from g()",
  "a starred value by itself": "x = *a\nfor y in *a:\n    pass",
};

const monstrous: Record<string, (count: number) => string> = {
  brackets: (count) => `x = ${"(".repeat(count)}1`,
  "closed brackets": (count) => `x = ${"[".repeat(count)}1${"]".repeat(count)}\ny = 2`,
  "brackets that nothing opened": (count) => `x = 1\n${")".repeat(count)}`,
  calls: (count) => `x = ${"f(".repeat(count)}`,
  dicts: (count) => `x = ${'{"a": '.repeat(count)}1`,
  "not not": (count) => `x = ${"not ".repeat(count)}y`,
  signs: (count) => `x = ${"-".repeat(count)}1`,
  lambdas: (count) => `x = ${"lambda: ".repeat(count)}1`,
  sums: (count) => `x = ${"a + ".repeat(count)}a`,
  "lines that are nearly long": (count) => `${"x".repeat(3900)}\n`.repeat(count / 200),
  attributes: (count) => `x = ${"a.".repeat(count)}a`,
  "a word before what is typed": (count) => `f(a="${"x".repeat(count)}", b=[1, c=1, d=2)`,
};

/** Of the call that it consists of, or that it assigns: `?` for what is no literal. */
function argumentsIn(statement: Statement | undefined): string {
  const value =
    statement?.kind === "assign" || statement?.kind === "expression" ? statement.value : undefined;
  assert.ok(value?.kind === "call");
  return value.arguments
    .map(
      ({ name, star, value: given }) =>
        star ?? `${name ?? ""}=${given.kind === "constant" ? String(given.data) : "?"}`,
    )
    .join(" ");
}

describe("parsing", () => {
  for (const [name, text] of Object.entries(damaged)) {
    it(`reads ${name}`, () => {
      assert.doesNotThrow(() => parse(text));
    });
  }

  for (const [name, textOf] of Object.entries(monstrous)) {
    it(`takes time in proportion to ${name} without end`, () => {
      const [small, large] = [2000, 20_000].map((count) => {
        const text = textOf(count);
        return Math.min(...[1, 2, 3].map(() => milliseconds(() => parse(text))));
      }) as [number, number];
      assert.ok(large < 40 * small + 20, `${small} ms, ten times as much text ${large} ms`);
    });
  }

  it("does not take an unfinished nest along into what follows it", () => {
    const lines = `x = a . b${" + c".repeat(6700)}\n`;
    const nest = `    f(a="b", g(c="d", e\nx = ${'{"a": '.repeat(47)}\n`;
    let round = 0;
    // Each time another text: what was read last is not read again
    const [broken, whole] = [parse, readAny].map((read) =>
      Math.min(
        ...Array.from({ length: 10 }, () => {
          const text = `${read === parse ? nest : ""}${lines}# ${round++}\n`;
          return milliseconds(() => read(text));
        }),
      ),
    ) as [number, number];
    assert.ok(broken < 2 * whole, `${broken} ms, without it ${whole} ms`);
    const count = parse(lines).statements.length;
    assert.deepEqual(
      parse(nest + lines)
        .statements.slice(-count)
        .map(({ kind, from }) => [kind, from - nest.length]),
      parse(lines).statements.map(({ kind, from }) => [kind, from]),
    );
  });

  it("takes what needs more of the stack than there is for an error", function () {
    this.timeout(60_000);
    const program = `
      import { parse } from ${JSON.stringify(new URL("../../../core/src/python/parse.ts", import.meta.url).href)};
      const texts = ["a ** ".repeat(3000) + "a", "a" + ".b".repeat(6000), "f" + "()".repeat(3000)];
      console.log(JSON.stringify(texts.map((text) => parse("x = " + text + "\\ny = 1\\n").errors.length)));
    `;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--stack-size=300", "--import", "tsx", "--input-type=module", "--eval", program],
      { encoding: "utf8" },
    );
    assert.match(stdout, /^\[\d+,\d+,\d+\]\n$/, stderr);
  });

  it("says where it stops, in a cell that is garbage line by line", () => {
    const { statements, errors } = parse(`${"x = (\n".repeat(60)}y = 1\n`);
    assert.ok(statements.length >= 20);
    assert.equal(errors.at(-1)?.to, 60 * 6 + 6);
    const { statements: few } = parse(`${"x = (\n".repeat(15)}y = 1\n`);
    assert.equal(few.length, 16);
  });

  for (const [name, text] of Object.entries({
    "a generator that yields nothing": "def f():\n    yield\n",
    "what a caller sends": "def f():\n    x = yield\n    y = (yield)  # nothing\n    g(x, y)\n",
    "a manager of a context": "@contextmanager\ndef f():\n    print(1)\n    yield  # x\n    print(2)\n",
    "line ends of another system": "@c\r\ndef f():\r\n\r\n    yield\r\n\r\n    g()\r\n",
    "a generator that hands on": "def f():\n    yield from g()\n    x = yield from h()\n",
  })) {
    it(`reads ${name}`, () => {
      const { statements, errors } = parse(`a = 1\n${text}z = 1\n`);
      assert.deepEqual(errors, []);
      assert.deepEqual(
        statements.map(({ kind }) => kind),
        ["assign", "function", "assign"],
      );
      const [, read] = statements;
      assert.ok(read?.kind === "function" && read.generator);
      assert.ok(read.body.every(({ kind }) => kind !== "invalid"));
    });
  }

  /** By what is typed between other arguments: what the call is given then, `?` for what is no Python. */
  for (const [typed, given] of Object.entries({
    "    b": "a=1 d=3",
    "    b=": "a=1 b=? d=3",
    "    b=[": "a=1 b=? d=3",
    '    b=["x': "a=1 b=? d=3",
    '    b=f"x{y': "a=1 b=? d=3",
    '    b=["x", ': "a=1 b=? d=3",
    "    b=[s for s in": "a=1 b=? d=3",
    "    b=2 +": "a=1 b=? d=3",
    "    b=2": "a=1 b=2 d=3",
    "    b=2  # why": "a=1 b=2 d=3",
    "    b=2, c": "a=1 b=2 d=3",
    "    b=2, c=": "a=1 b=2 c=? d=3",
    "    b=2, c=(": "a=1 b=2 c=? d=3",
    "    **b": "a=1 ** d=3",
    "    b=,": "a=1 b=? d=3",
    b: "a=1 d=3",
    "b=": "a=1 b=? d=3",
    "b =": "a=1 b=? d=3",
    "b=2": "a=1 b=2 d=3",
    "b=f(2)": "a=1 b=? d=3",
    'b="x': "a=1 b=? d=3",
  })) {
    it(`reads what is around ${typed.trim()} while it is typed`, () => {
      const { statements, errors } = parse(`x = 0\ny = f(\n    a=1,\n${typed}\n    d=3,\n)\nz = 1\n`);
      assert.ok(errors.length > 0);
      assert.deepEqual(
        statements.map(({ kind }) => kind),
        ["assign", "assign", "assign"],
      );
      assert.equal(argumentsIn(statements[1]), given);
    });
  }

  /** The same in one line; `**` for arguments of which nobody knows whether there are more. */
  for (const [typed, given] of Object.entries({
    "b=, ": "a=1 b=? d=3",
    "b=2 ": "a=1 b=2 d=3",
    "b=x y, ": "a=1 b=? d=3",
    "b=<your role>, ": "a=1 b=? d=3",
    'b={"x": [1, ': "a=1 b=? d=3",
    'b={"x": 1, ': "a=1 b=? d=3",
    'b="s3://{}".format(x, ': "a=1 b=? **",
    "b=[1, ": "a=1 b=? d=3",
    'b="x': "a=1 b=? **",
    "b c, ": "a=? d=3",
    "b=it's, ": "a=1 b=? d=3",
  })) {
    it(`reads what is around ${typed.trim()} in a line`, () => {
      const { statements, errors } = parse(`y = f(a=1, ${typed}d=3)\nz = 1\n`);
      assert.ok(errors.length > 0);
      assert.equal(argumentsIn(statements[0]), given);
      assert.equal(statements.at(-1)?.kind, "assign");
    });
  }

  it("reads what is around several placeholders", () => {
    const { statements, errors } = parse(`\
y = f(
    a=<your a>,  # yours
    b=1, c=<your c>, d=[<one>, <two>],
    e=...,
    g=<your g>
)
z = 1
`);
    assert.equal(argumentsIn(statements[0]), "a=? b=1 c=? d=? e=? g=?");
    assert.equal(errors.length, 4);
    assert.deepEqual(errors[0], { from: 13, to: 21 });
  });

  it("does not know what else is in brackets that are left open, or broken at a place where a name is", () => {
    for (const [text, written] of Object.entries({
      "f(": "**",
      "f(a=1, ": "a=1 **",
      "f(a, b": "=? =? **",
      "f(a=1, b": "a=1 **",
      'f(a=1, b={"x": 1, ': "a=1 b=? **",
      "f(a=1,, b=2)": "a=? b=2",
      "f(a=1 if, b=2)": "a=? b=2",
    }))
      assert.equal(argumentsIn(parse(text).statements[0]), written, text);
    for (const [text, count] of [
      ["x = [1, 2", 3],
      ["x = [1, 2 3]", 3],
      ['x = {"a": 1, "b": 2', 3],
      ['x = {"a": 1, "b": "c": 3}', 3],
      ['x = {"a": ["b", "c": ["d"]}', 2],
      ["x = [1, f(a.)]", 2],
      ['x = {"a": 1, "b": f.}', 2],
    ] as const) {
      const [first] = readAny(text).statements;
      const value = first?.kind === "assign" ? first.value : undefined;
      const items = value?.kind === "dict" ? value.entries : value?.kind === "sequence" ? value.items : [];
      assert.equal(items.length, count, text);
    }
  });

  /** What Python itself refuses: an argument by place behind one by name, and a name that is given twice. */
  for (const [written, given] of Object.entries({
    "a=1, b": "a=1",
    "a=1, b, c=3": "a=1 c=3",
    "a=1, b.c(2), d=3": "a=1 d=3",
    "**a, b, c=3": "** c=3",
    "**a, *b": "**",
    "a=1, b=2, a=3": "a=? b=2",
  })) {
    it(`leaves out what is misplaced in f(${written})`, () => {
      for (const read of [parse, readAny]) {
        const { statements, errors } = read(`f(${written})\n`);
        assert.equal(argumentsIn(statements[0]), given);
        assert.equal(errors.length, 1);
      }
    });
  }

  it("takes arguments by place behind a list of them", () => {
    for (const read of [parse, readAny]) {
      const { statements, errors } = read("f(*a, b, c=3, *d, **e, **g)\n");
      assert.equal(argumentsIn(statements[0]), "* =? c=3 * ** **");
      assert.deepEqual(errors, []);
    }
  });

  it("reads what is behind a brace that is typed in a string, before an argument with braces", () => {
    const { statements } = parse(`y = f(\n    a=1,\n    b=f"x{\n    c={"d": 2},\n)\n`);
    const [call] = statements;
    assert.ok(call?.kind === "assign" && call.value.kind === "call");
    assert.deepEqual(
      call.value.arguments.map(({ name, value }) => `${String(name)} ${value.kind}`),
      ["a constant", "b invalid", "c dict"],
    );
  });

  it("reads a list of names, of which one is typed, as the names", () => {
    const { statements } = parse("x = [\n    a,\n    b\n    c,\n]\n");
    const [list] = statements;
    assert.ok(list?.kind === "assign" && list.value.kind === "sequence");
    assert.deepEqual(
      list.value.items.map((item) => item.kind === "name" && item.id),
      ["a", "b", "c"],
    );
  });

  it("does not take for broken what it only does not read itself", () => {
    const text =
      "async def f():\n    g(\n        a=await h(),\n        b=(c := 1),\n        d=[e async for e in i],\n    )\n";
    assert.deepEqual(parse(text).errors, []);
  });

  it("takes very many words in a line for one error, and those of a text for a text", () => {
    const words = "word ".repeat(20_000);
    const { statements, errors } = parse(`a = 1\nx = ${words}\nb = "${words}" # ${words}\n`);
    assert.ok(errors.length <= 2, `${errors.length} errors`);
    const text = statements.flatMap((one) =>
      one.kind === "assign" && one.value.kind === "constant" ? [one.value.data] : [],
    );
    assert.deepEqual(text, [1, words]);
  });

  for (const unit of [")", ")+", "]~", "}\n"]) {
    it(`takes brackets that nothing opened for one error: ${JSON.stringify(unit)}`, () => {
      const { statements, errors } = parse(`x = 1\n${unit.repeat(20_000)}\ny = 2\n`);
      assert.ok(errors.length <= 2, `${errors.length} errors`);
      assert.equal(statements.at(-1)?.kind, "assign");
    });
  }

  for (const unit of ["<", "/ ", "= ", ".", ", ", "| -", ": "]) {
    it(`takes operators with nothing between them for one error: ${JSON.stringify(unit)}`, () => {
      const { statements, errors } = parse(`x = 1\nz ${unit.repeat(20_000)}\ny = "${unit.repeat(500)}"\n`);
      assert.ok(errors.length <= 2, `${errors.length} errors`);
      const last = statements.at(-1);
      assert.ok(last?.kind === "assign" && last.value.kind === "constant");
      assert.equal(last.value.data, unit.repeat(500));
    });
  }

  it("reads more statements than a call takes arguments", () => {
    assert.equal(parse("x=1;".repeat(150_000)).statements.length, 150_000);
  });

  for (const unit of [
    "[*",
    "(*",
    "{*",
    "*[",
    "f(*",
    "f(**",
    "x[*",
    "*(*",
    "{**",
    "{1: 2, **",
    "[x for x in ",
    "{x for x in y if ",
    "[x for [*",
  ]) {
    it(`takes what is nested without end for an error: ${unit}`, () => {
      const { statements, errors } = parse(`a = 1\nx = ${unit.repeat(20_000)}\n`);
      assert.equal(statements[0]?.kind, "assign");
      assert.notDeepEqual(errors, []);
    });
  }

  it("reads what is around brackets that are too deep", () => {
    const text = `a = 1\nx = f(${"[".repeat(400)}${"]".repeat(400)}, "b")\nc = 2`;
    const { statements, errors } = parse(text);
    assert.deepEqual(
      statements.map(({ kind, from }) => [kind, text.slice(from, from + 1)]),
      [
        ["assign", "a"],
        ["assign", "x"],
        ["assign", "c"],
      ],
    );
    assert.notDeepEqual(errors, []);
  });
});

function milliseconds(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage({ user, system });
  return (after.user + after.system) / 1000;
}

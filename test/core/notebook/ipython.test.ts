import assert from "node:assert/strict";
import { blankIpython, ipythonResult } from "../../../core/src/notebook/ipython.js";

describe("blankIpython", () => {
  const r = ipythonResult;
  /** Spaces at line ends are not shown; `same` means that nothing is blanked. */
  const cases: Record<string, readonly [string, string]> = {
    "a line magic": ["%matplotlib inline\nx = 1", "\nx = 1"],
    "a shell line": ["x = 1\n!ls -l | head\ny = 2", "x = 1\n\ny = 2"],
    "continuation lines": ["!pip install a \\\n  b \\\n  c\nx = 1", "\n\n\nx = 1"],
    "continuation with CR LF": ["!pip install a \\\r\n  b\r\nx = 1", "\n\nx = 1"],
    "the value of a command": ["files = !ls\nx = 1", `files = ${r}\nx = 1`],
    "several names": ["a, b = !ls \\\n  -l\nx = 1", `a, b = ${r}\n\nx = 1`],
    "the value of a magic": ["x = %env HOME\ny = 2", `x = ${r}\ny = 2`],
    "an attribute's value": ["self.x['a'] = !ls", `self.x['a'] = ${r}`],
    "help before, after, twice": ["?print\nprint?\nnp.array??\n%time?\nx = 1", "\n\n\n\nx = 1"],
    "a statement that is timed": ["%time x = f()\ny = 1", "1;    x = f()\ny = 1"],
    "a statement with options": ["%timeit -n 10 -r 3 -q f(-n)", "1;                    f(-n)"],
    "a timed call over several lines": ["%time f(\n  !a,\n% b)\n!ls", "1;    f(\n  !a,\n% b)\n"],
    "a timed value": ["x = %time f()", "x =       f()"],
    "a block of only a shell line": ["if x:\n    !ls\ny = 1", "if x:\n    0\ny = 1"],
    "a cell magic with Python below": ["%%time\nx = 1", "\nx = 1"],
    "a cell magic below blank lines": ["\n \n%%capture out\nx = 1\n!ls", "\n\n\nx = 1\n"],
    "two cell magics": ["%%time\n%%capture\nx = 1", "\n\nx = 1"],
    "a cell of another language": ["%%bash -s x\naws s3 ls\nx = 1", "\n\n"],
    "a skipped cell": ["%%script false --no-raise-error\nx = 1", "\n"],
    "a file that is written": ["%%writefile train.py\nx = 1", "\n"],
    "a cell magic that is not first": ["# first\n%%time\nx = 1", "# first\n\nx = 1"],
    "a cell of one line without its %": ["pip install sagemaker", ""],
    "after a comment with quotes": ["# it's\n!ls\nx = 1", "# it's\n\nx = 1"],
    "after a string with a quote": ["x = 'it\\'s'\n!ls", "x = 'it\\'s'\n"],
    "after a string that is not closed": ["x = 'a\n!ls\ny = 1", "x = 'a\n\ny = 1"],
    "after a closed docstring": ["'''\n!no\n\\'''\n%no'''\n!ls", "'''\n!no\n\\'''\n%no'''\n"],
  };
  for (const [name, [text, python]] of Object.entries(cases))
    it(`blanks ${name}`, () => {
      const blanked = blankIpython(text).python;
      assert.equal(blanked.length, text.length);
      assert.equal(blanked.replace(/[ \r]+$/gm, "").replaceAll("\r", ""), python);
      assert.deepEqual(lineEnds(blanked), lineEnds(text));
    });

  const untouched: Record<string, string> = {
    "plain Python": "x = 1\nif x != 2: y = x % 2",
    "modulo at a line's start, in brackets": "x = (a\n% b)\ny = f(\n  %c\n)",
    "modulo after a backslash": "x = a \\\n% b",
    "not equal, format, augmented": 'a != b\n"%s" % a\na %= 2\na == b',
    "strings over lines": 's = """\n!ls\n%time x\nq?\n"""\nt = \'a \\\n!b\'',
    "nested quotes of 3.12": 'x = f"{d["a"]}"\ny = a % b',
    "a question in a string or comment": "print('why?')\nx = 1 # why?",
    "two words in one line": "run = 1",
    "a membership that looks like a command": "ls in x",
    "an unfinished call": "f(a,\n  b",
    "an assignment in a call": "f(a= %b)",
  };
  for (const [name, text] of Object.entries(untouched))
    it(`leaves ${name}`, () => {
      assert.deepEqual(blankIpython(text), { python: text, effects: [] });
    });

  it("tells what a cell magic is, with ranges", () => {
    const text = '\n%%bash -s "$bucket"\naws sagemaker list-models\n';
    const { cellMagic } = blankIpython(text);
    assert.ok(cellMagic);
    assert.deepEqual([cellMagic.name, cellMagic.arguments], ["bash", '-s "$bucket"']);
    assert.equal(text.slice(cellMagic.range.from, cellMagic.range.to), '%%bash -s "$bucket"');
    assert.equal(text.slice(cellMagic.body.from, cellMagic.body.to), "aws sagemaker list-models\n");
    assert.equal(blankIpython("%%time\nx").cellMagic, undefined);
  });

  it("reports environment variables with the place of the value", () => {
    const text = "%env AWS_REGION=eu-west-1\n%env A b c\n%set_env KEY=$key\n%env HOME\n%env";
    const effects = blankIpython(text).effects.flatMap((effect) =>
      effect.kind === "environment" ? [effect] : [],
    );
    assert.deepEqual(
      effects.map(({ name, value, interpolated }) => [name, value, interpolated]),
      [
        ["AWS_REGION", "eu-west-1", false],
        ["A", "b c", false],
        ["KEY", "$key", true],
      ],
    );
    for (const { value, valueRange } of effects)
      assert.equal(text.slice(valueRange.from, valueRange.to), value);
  });

  it("reports what brings names, versions and commands", () => {
    const text = [
      "%store -r bucket role",
      "%store -r",
      "%store x",
      "%run -i helpers.py --fast",
      "%load_ext autoreload",
      '%pip install -q "sagemaker<3" boto3',
      "!{sys.executable} -m pip install 'sagemaker==2.1' && echo done",
      "out = !aws sagemaker create-model \\\n  --x y",
    ].join("\n");
    const ranges: string[] = [];
    const effects = blankIpython(text).effects.map(({ range, ...effect }) => {
      ranges.push(text.slice(range.from, range.to));
      return effect;
    });
    assert.deepEqual(effects, [
      { kind: "restore", names: ["bucket", "role"] },
      { kind: "restore", names: [] },
      { kind: "run", file: "helpers.py" },
      { kind: "load extension", name: "autoreload" },
      { kind: "install", requirements: ["sagemaker<3", "boto3"] },
      { kind: "shell", command: "{sys.executable} -m pip install 'sagemaker==2.1' && echo done" },
      { kind: "install", requirements: ["sagemaker==2.1"] },
      { kind: "shell", command: "aws sagemaker create-model \\\n  --x y" },
    ]);
    assert.equal(ranges.at(-1), "aws sagemaker create-model \\\n  --x y");
  });

  it("keeps length and line ends of anything", () => {
    const parts = [
      "%",
      "!",
      "?",
      "'",
      '"',
      '"""',
      "\\",
      "\n",
      "\r\n",
      "=",
      " ",
      "(",
      ")",
      "#",
      "a",
      "%%time",
      "time ",
      "é",
      "𝒳",
    ];
    let seed = 7;
    const next = (n: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
    for (let i = 0; i < 20_000; i += 1) {
      const text = Array.from({ length: next(14) }, () => parts[next(parts.length)] ?? "").join("");
      const { python } = blankIpython(text);
      assert.equal(python.length, text.length, JSON.stringify(text));
      assert.deepEqual(lineEnds(python), lineEnds(text), JSON.stringify(text));
    }
  });

  it("is linear", () => {
    const line = "result = f(a, 'b', c=[1, 2]) % x  # comment\n!ls -l\nx = %time g()\n";
    const hard = [
      "?".repeat(1e6),
      "=".repeat(1e6),
      "! \\\n".repeat(5e5),
      "%".repeat(1e6),
      "(".repeat(1e6) + "!",
      "'\\".repeat(5e5),
      "%time -".repeat(2e5),
      '"""\\'.repeat(3e5) + "\n!x",
    ];
    for (const text of [line.repeat(30_000), ...hard]) {
      const start = performance.now();
      blankIpython(text);
      assert.ok(
        performance.now() - start < 8000, // quadratic would take minutes
        `${text.slice(0, 10)} ${performance.now() - start} ms`,
      );
    }
  });
});

function lineEnds(text: string): number[] {
  return [...text.matchAll(/[\r\n]/g)].map(({ index }) => index);
}

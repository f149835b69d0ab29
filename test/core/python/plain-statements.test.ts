import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Module } from "../../../core/src/python/ast.js";
import { blankIpython } from "../../../core/src/notebook/ipython.js";
import { parse, readAny } from "../../../core/src/python/parse.js";
import type { Escapes } from "../../../core/src/python/lower-expression.js";
import { readPlainPart } from "../../../core/src/python/plain-statements.js";
import { sequence } from "../../support/random-sequence.js";

const cases = new URL("../../sdk/cases/", import.meta.url).pathname;
const cells: readonly string[] = readdirSync(cases)
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(join(cases, name), "utf8"));

/** `PLAIN_MUTATIONS=500000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const mutations = Number(process.env.PLAIN_MUTATIONS ?? 6000);
/** A whole text; undefined: it is not plain. */
function readPlain(text: string, escapes?: Escapes): Module | undefined {
  const { statements, found, misplaced, next } = readPlainPart(text, 0, escapes);
  const isPlain = next === text.length && misplaced.length === 0;
  return isPlain ? { statements, errors: [], escapes: found } : undefined;
}

function isBroken({ brokenAt, misplaced }: ReturnType<typeof readPlainPart>): boolean {
  return brokenAt !== undefined || misplaced.length > 0;
}

const seed = Number(process.env.RANDOM_SEED ?? 1);

describe("reading plain Python", () => {
  it("reads the snippets of the SDKs, into the trees that the grammar gives", () => {
    let read = 0;
    for (const text of cells) {
      const { python, escapes } = blankIpython(text);
      const plain = readPlain(python, escapes);
      if (!plain) continue;
      read++;
      assert.deepEqual(plain, readAny(python, escapes), text);
    }
    assert.ok(read > 0.97 * cells.length, `${read} of ${cells.length}`);
  });

  it("reads what is left of damaged text as the grammar does, or leaves it to that", function () {
    this.timeout(process.env.PLAIN_MUTATIONS === undefined ? 120_000 : 0);
    let read = 0;
    for (const text of damagedCells(seed)) {
      const plain = readPlain(text);
      if (!plain || isGrammarWrong(text)) continue;
      read++;
      assert.deepEqual(plain, readAny(text), JSON.stringify(text));
    }
    assert.ok(read > mutations / 5, `${read} of ${mutations}`);
  });

  it("is certain that a text is broken only where Python does not take it", function () {
    this.timeout(process.env.PLAIN_MUTATIONS === undefined ? 120_000 : 0);
    const broken = damagedCells(seed + 1).filter((text) => isBroken(readPlainPart(text, 0)));
    assert.ok(broken.length > mutations / 20, `${broken.length} of ${mutations}`);
    const taken = execFileSync("python3", ["-W", "ignore", "-c", taker], {
      input: JSON.stringify(broken),
      encoding: "utf8",
    });
    assert.deepEqual(JSON.parse(taken), []);
  });

  for (const [name, text] of Object.entries({
    "an operator at each level": "x = not a or b and c < d | e ^ f & g << h + i * -j ** ~k\n",
    "comparisons in a row": "a < b <= c != d is not e not in f\n(a < b) < c\n",
    "parentheses around operands": "x = (a) + (b)\ny = (a) and not (b)\nz = (f)(x).y[0]\n",
    "a condition": "x = a if b else c if d else (lambda: e)\n",
    "tuples without parentheses":
      "a, *b = c, = d\nfor x, (y, z) in e, f: pass\nreturn_ = 1,\nx[1, 2] = y[:, 1]\n",
    slices: "a[:], a[1:], a[:2], a[::3], a[b:c:d]\n",
    calls: "f(a, *b, c=1, **d)\nf(x for x in y if x if z)\nf(\n    a, # why\n\n    b = 2,\n)\n",
    displays:
      "[1, *a], {1, *b}, {'a': 1, **c}, (), [], {}, {k: v for k, v in d for e in f}, {x for x in y}\n",
    "strings next to each other": "x = 'a' r'\\d' \"\"\"b\n\"\"\" f'{c}{{}}' b'x'\ny = ('a'\n     f'b')\n",
    "format strings":
      "f'{a!r:>3}{b:{c}}'\nf'{a!r:>3}'\nf'{a=}{b, c} {d[\"e\"]:%Y}'\nrf'\\d{a}'\nf'''{\na}'''\n",
    numbers: "1_000, 0x1F, 0b1, 1e5, 1.5e-3, .5, 100., 100. * a, 2j, 012\n",
    functions:
      "@a.b(c)\n@d\ndef f(a, b: int = 1, *c: str, d, e=2, **g) -> h:\n    '''doc'''\n    return\n\n\nclass A(B, metaclass=C):\n    x: int\n    y: int = 1\n    def m(self): pass\n",
    blocks:
      "if a:\n    b\n\n# c\nelif d: e; f;\nelse:\n\tg\nwhile h:\n  break\nelse:\n  continue\nwith i as j, k(): l\n",
    handlers:
      "try:\n    a\nexcept (B, C) as d:\n    raise E() from d\nexcept F: raise\nelse:\n    g\nfinally:\n    h  # i\n",
    imports: "import a.b as c, d\nfrom . import e\nfrom ...f.g import (h as i, j,)\nfrom k import *\n",
    "small statements": "del a, b[0]\nglobal c, d\nassert e, 'f'\ng += 1; h //= 2; i = j = k\npass\n",
    "comments and blank lines at the end": "def f():\n    pass # a\n\n    # b\n  # c\n",
    "lines that go on": "a = b + \\\n    c\nassert a, \\\n  b\n",
    "names that are words elsewhere": "match = 1\nmatch.group(1)\ntype(x)\nprint(x, end='')\ncase = match\n",
  })) {
    it(`reads ${name}`, () => {
      const plain = readPlain(text);
      // A specification with a replacement inside is left to the grammar: the rest of that text is read line by line
      if (!plain && name === "format strings")
        for (const line of text.split("\n").slice(1, 4))
          assert.deepEqual(readPlain(line), readAny(line), line);
      else assert.deepEqual(plain, readAny(text));
    });
  }

  for (const [name, text] of Object.entries({
    "a generator": "def f():\n    yield 1\n",
    "asynchronous code": "async def f():\n    await g()\n",
    "a name that is assigned inside of an expression": "if (a := b): pass\n",
    "a match statement": "match a:\n    case b: pass\n",
    "Python 2": "print 'a'\n",
    "a name beyond ASCII": "é = 1\n",
    "line ends of another system": "a = 1\r\nb = 2\r\n",
    "an indented first line": "  a = 1\n",
    "an indent that fits no block": "if a:\n    b\n  c\n",
    "an unfinished call": "f(a\n",
    "an unfinished string": "a = 'b\n",
    "an unfinished block": "if a:\n",
    "what cannot be assigned": "f() = 1\n",
    "what cannot be deleted": "del a is b\n",
    "a blank before the letter of a conversion": "f'{a!\ts}'\n",
    "a blank behind the letter of a conversion": "f'{a!s }'\n",
    "nesting without end": `x = ${"(".repeat(5000)}1${")".repeat(5000)}\n`,
    "a sum without end": `x = ${"a + ".repeat(5000)}a\n`,
  })) {
    it(`leaves ${name} to the grammar`, () => {
      assert.equal(readPlain(text), undefined);
      assert.deepEqual(parse(text), readAny(text));
    });
  }

  // Python reads these; the grammar takes them for errors
  for (const [name, { text, same }] of Object.entries({
    "a line that goes on in a blank one": { text: "a = b\\\n\nc = d\n", same: "a = b  \n\nc = d\n" },
    "an attribute that a with statement binds": {
      text: "with a as b.c:\n    pass\n",
      same: "with a as b_c:\n    pass\n",
    },
    "a with statement whose items are in parentheses": {
      text: "with (\n    a(b) as c,\n    d(f'{e}(') as f,  # g\n):\n    pass\n",
      same: "with a(b) as c, d(f'{e}(') as f:\n    pass\n",
    },
    "a with statement whose only item is in parentheses with its name": {
      text: "with (a(b) as c):\n    pass\n",
      same: "with a(b) as c:\n    pass\n",
    },
  })) {
    it(`reads ${name}, which the grammar does not`, () => {
      const { statements, errors } = parse(text);
      assert.equal(errors.length, 0);
      assert.deepEqual(kinds(statements), kinds(parse(same).statements));
      assert.ok(readAny(text).errors.length > 0, "the grammar reads it by now: it needs no case of its own");
    });
  }
});

/** Tells which of the texts Python takes. */
const taker = `
import ast, json, sys
def takes(text):
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    try:
        compile(text, "cell", "exec")
    except SyntaxError as error:
        # The one that Python's parser leaves to the compiler
        return not error.msg.startswith("keyword argument repeated")
    return True
print(json.dumps([text for text in json.load(sys.stdin) if takes(text)]))
`;

function kinds(statements: Module["statements"]): string[] {
  return statements.map(({ kind }) => kind);
}

function isGrammarWrong(text: string): boolean {
  return /\\\n[ \t]*(?:\n|$)|\bas[ \t]+\w+[.[]|\bwith\s*\(/.test(text);
}

const bits: readonly string[] = (
  ' |\n|\n    |\t|,|:|(|)|[|]|{|}|=|==|*|**|if | else |for x in y| in | not |lambda x: |f\'{a}\'|\'|"|"""|#|\\\n|@|.|1.' +
  "|0x1f|1e5|...|;|-|->|await |yield |None|pass|return|print | as b|r'\\d'|b'x'|{{|}}|!r|:>3|del x|else:|and |or " +
  "|is not | := |1_000|a[1:2, ::3]|*args|import a.b as c|from . import (x as y,)\n|é|5j|012|with a as b: c\n|try:\n"
).split("|");

/** Each snippet by numbers of its own: a new snippet changes nothing of what is done to the others. */
function damagedCells(first: number): string[] {
  const times = Math.ceil(mutations / cells.length);
  return cells.flatMap((cell) => {
    const next = sequence(createHash("sha1").update(`${first} ${cell}`).digest().readUInt32LE());
    return Array.from({ length: times }, () => damaged(cell, next));
  });
}

/** A snippet with pieces taken out, put in, said twice or cut off. */
function damaged(cell: string, next: (below: number) => number): string {
  let text = cell;
  for (let times = 1 + next(2); times > 0; times--) {
    const at = next(text.length + 1);
    const from = next(cell.length + 1);
    const inserted = [bits[next(bits.length)] ?? "", cell.slice(from, from + next(40)), ""][next(3)] ?? "";
    text = text.slice(0, at) + inserted + text.slice(at + (inserted === "" ? 1 + next(3) : 0));
    if (next(8) === 0) text = text.slice(0, at);
  }
  return text;
}

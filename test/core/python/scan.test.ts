import assert from "node:assert/strict";
import { RelevantCells } from "../../../core/src/python/relevant-cells.js";
import { CellScan } from "../../../core/src/python/scan.js";

const nothing = { submits: () => false, isClass: () => false, hint: /./ };

describe("the scan of a cell", () => {
  const lines = {
    "a long word": "x".repeat(50_000),
    "many brackets": `x = ${"x[".repeat(25_000)}`,
    "many colons": `x = ${"a:".repeat(25_000)}`,
    "many fors": `x = ${"for ".repeat(12_000)}`,
  };
  for (const [name, line] of Object.entries(lines)) {
    it(`takes time in proportion to ${name}`, () => {
      const { user } = process.cpuUsage();
      assert.equal(new CellScan(`y = 1\n${line}`, nothing).binds.has("y"), true);
      const milliseconds = (process.cpuUsage().user - user) / 1000;
      assert.ok(milliseconds < 1000, `${milliseconds} ms`);
    });
  }

  const found: readonly [text: string, binds: string, touches: string][] = [
    ["x = y == z", "x", ""],
    ["x: int = 1", "int x", ""],
    ["if a: x = 1", "x", ""],
    ["(a, *b), c[0], d.e = f(x)", "a b c d e", "d f"],
    ["a, = f(x)", "a", "f"],
    ["a, b.c, *d = x", "a b c d", ""],
    ["f(a, b=c, d=e)", "", "f"],
    ["for a, (b, c) in rows(x): pass", "a b c", "rows"],
    ["with open(x) as f: pass", "f", "open"],
    ["print(y := 1)", "y", "print"],
    ["import a.b as c, d; e = 1", "a as b c d e", ""],
    ["from a.b import (\n  c,\n  d)\ne()", "c d", "e"],
    ["x[0] = 1", "x", "x"],
    ["x.a.b = 1", "x", "x"],
    ['x.a["k"] = 1', "x", "x"],
    ['x.a["k"] += 1', "x", "x"],
    ['x["k"]["l"].append(y)', "x", "x"],
    ["f(x.append)", "", "f"],
    ["f(a=b, c=d.e)", "", "f"],
    ["x.fit(y)", "", "x"],
    ["@decorated\ndef x(): pass", "x", "decorated x"],
    ['setattr(x, "a", 1)', "", "setattr x"],
    ["a.x = b.y.z.x", "a", "a"],
    ["a = b = 1", "a b", ""],
    ["f(\n    a=b,\n    c: int = 1,\n)", "", "f"],
    ["f(\n    a, b=c)", "", "f"],
    ["x = [y for y in z]", "x", ""],
    ["# a = f(b)\nx = 'y = g(z)'", "x", ""],
    ['"""\ny = g(z)\n"""\nx = 1', "x", ""],
    ["f(\na = b", "a", "f"],
    ['"""\na = g(b)', "a", "g"],
  ];
  for (const [text, binds, touches] of found) {
    it(`sees what is bound and called in ${JSON.stringify(text)}`, () => {
      const scan = new CellScan(text, nothing);
      assert.equal([...scan.binds].sort().join(" "), binds);
      assert.equal([...scan.touches].sort().join(" "), touches);
    });
  }

  const named: readonly [text: string, names: string][] = [
    ["f(a=b, c=d.e)", "b d f"],
    ["x = f'{a} {b.c}' + r'd' + rf\"{e}\"", "a b e x"],
    ["x = 'it\\'s' # y\nz", "x z"],
    ["x = 'not closed\ny = 1", "x y"],
    ["'''a'''; '''b \\''' c''' + d", "d"],
    ["x = 0x1F + 1e5 + y", "x y"],
  ];
  for (const [text, names] of named)
    it(`sees what is named in ${JSON.stringify(text)}`, () => {
      assert.equal([...new CellScan(text, nothing).names].sort().join(" "), names);
    });

  const values: readonly [text: string, mutables: string][] = [
    ["x = 'a'", ""],
    ['x = f"{a}/{b[0]}" + c  # d', ""],
    ["x = 'a {}'.format(\n  [b],\n)", ""],
    ["x = '%s' % (a, b)", ""],
    ["x = -1.5e3 * 2; y = []", "y"],
    ["x = None", ""],
    ["x = sagemaker.get_execution_role()", ""],
    ["x = boto3.Session().region_name", ""],
    ["x = time.strftime('%Y', gmtime())", ""],
    ["x = sess.upload_data(path='a', bucket=b)", ""],
    ["x = 'a,b'.split(',')", "x"],
    ["x = 'a' if b else c", "x"],
    ["x = 'a' or b", "x"],
    ["x = 'a', b", "x"],
    ["x = 2 * a", "x"],
    ["x = a", "x"],
    ["x = str(a).split()", "x"],
    ["x = str(a) or b", "x"],
    ["x = get_execution_role() if a else [b]", "x"],
    ["x = None or a", "x"],
    ["x = 'a' 'b' \\\n  if c else d", "x"],
    ["x += 'a'", "x"],
    ["x.a = 'a'", "x"],
  ];
  for (const [text, mutables] of values)
    it(`sees whether what is bound can be changed in ${JSON.stringify(text)}`, () => {
      assert.equal([...new CellScan(text, nothing).mutables].sort().join(" "), mutables);
    });

  it("means a class where it is imported from the library", () => {
    const library = {
      submits: (word: string) => word === "sagemaker",
      isClass: (word: string) => word === "Model",
      hint: /sagemaker/,
    };
    const relevant = (...texts: readonly string[]) =>
      new RelevantCells()
        .of(texts.map((text) => new CellScan(text, library)))
        .map(Number)
        .join("");
    assert.equal(relevant("from keras import Model\nimport sagemaker", "m = Model()"), "10");
    assert.equal(relevant("from sagemaker.model import Model", "m = Model()"), "11");
    assert.equal(relevant("import sagemaker.model as sm", "m = [sm.Model]"), "11");
    assert.equal(relevant("import sagemaker", "x = 'a Model of sagemaker'"), "11");
    assert.equal(relevant("import sagemaker", "# a Model of sagemaker\nx = 'a Model'"), "10");
    assert.equal(relevant("from jobs import *", "m = Model()"), "11");
  });

  it("looks at each cell once, however long a chain of cells depends on one another", () => {
    const length = 2000;
    let looks = 0;
    const scans = Array.from({ length }, (_, index) => {
      const text = index === 0 ? "x0 = Estimator()" : `x${index} = 1\nx${index - 1}.update(x${index})`;
      const scan = new CellScan(text, { ...nothing, submits: (word) => word === "Estimator" });
      for (const name of ["names", "binds", "touches"] as const) {
        const words = scan[name];
        Object.defineProperty(scan, name, {
          get: () => {
            looks++;
            return words;
          },
        });
      }
      return scan;
    });
    assert.equal(new RelevantCells().of(scans).filter(Boolean).length, length);
    assert.ok(looks <= 4 * length, `${looks} looks at ${length} cells`);
  });
});

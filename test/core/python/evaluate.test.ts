import assert from "node:assert/strict";
import { evaluatePython, show } from "../../support/evaluate-python.js";

/** What is known of `x` after the code: constants as JSON, `?` unknown, `…` perhaps more, `a | b` differs by branch. */
const table: Readonly<Record<string, readonly [string | readonly string[], string]>> = {
  "a constant": [`x = "a"`, `"a"`],
  "a name of an earlier cell": [[`y = 1`, `x = y`], `1`],
  "a redefinition": [`x = 1\nx = 2`, `2`],
  "a list that grows under another name": [`y = [1]\nx = y\ny.append(2)`, `[1, 2]`],
  "a list that is held by a dict and changed three cells later": [
    [`y = [1]`, `x = {"k": y}`, `y.append(2)`],
    `{k: [1, 2]}`,
  ],
  "dict entries set, updated and deleted": [
    `x = {"a": 1}\nx["b"] = 2\nx.update(c=3)\ndel x["a"]`,
    `{b: 2, c: 3}`,
  ],
  "a dict merged into another": [`y = {"a": 1}\nx = {"z": 0, **y}`, `{z: 0, a: 1}`],
  "a dict merged with something unknown": [`x = {"a": 1, **opaque(), "b": 2}`, `{b: 2, …}`],
  "a dict of two lists": [`x = dict(zip(("a", "b"), ([1], opaque())))`, `{a: [1], b: ?}`],
  "a dict of pairs": [`x = dict([("a", 1), ("a", 2)], c=3)`, `{a: 2, c: 3}`],
  "a dict of what is no pair": [`x = dict([("a", 1), opaque()])`, `{…}`],
  "a copy by way of JSON": [
    [
      `import json\ny = {"a": [1], "b": {}}`,
      `x = json.loads(json.dumps(y))\ny["a"].append(2)\nx["b"]["c"] = True`,
    ],
    `{a: [1], b: {c: true}}`,
  ],
  "a copy by way of JSON of what JSON changes": [
    `import json\nx = json.loads(json.dumps({"a": (1, 2)}))`,
    `?`,
  ],
  "a copy by way of JSON of keys that JSON changes": [`import json\nx = json.loads(json.dumps({1: 2}))`, `?`],
  "an f-string": [`y = "v"\nx = f"s3://{y}/data"`, `"s3://v/data"`],
  "an f-string of an unknown": [`x = f"s3://{opaque()}/data"`, `?`],
  "nested quotes of Python 3.12": [`y = {"k": "v"}\nx = f"{y["k"]}"`, `"v"`],
  "format and join": [`x = "-".join(["{}".format(1), "b"])`, `"1-b"`],
  "format with %": [`y = "v"\nx = "s3://%s/%s" % (y, "data")`, `"s3://v/data"`],
  "format with % of one": [`x = "100%% of %s" % 5`, `"100% of 5"`],
  "format with % of a number's digits": [`x = "%02d" % 5`, `"05"`],
  "format with % of a name": [`x = "%(a)s-%(b)03d" % {"a": "subnet", "b": 7}`, `"subnet-007"`],
  "format with % of a float": [`x = "%.1f" % 5`, `?`],
  "a format specification": [`n = 7\nx = f"sg-{n:04d}" + "{:>3}".format("a")`, `"sg-0007  a"`],
  "a format specification that is not followed": [`x = f"{2.5:.0f}"`, `?`],
  "format with % of too few": [`x = "%s %s" % "a"`, `?`],
  "format of something unknown": [`x = "{}/{}".format("a", opaque())`, `?`],
  split: [`x = "subnet-1,subnet-2".split(",")`, `["subnet-1", "subnet-2"]`],
  "an index from the end": [`x = [1, 2, 3][-1]`, `3`],
  "tuples unpacked": [`x, y = 1, 2`, `1`],
  "a condition that is known": [`use = False\nx = {}\nif use:\n    x["a"] = 1`, `{}`],
  "a condition that is not known": [`x = {}\nif opaque():\n    x["a"] = 1`, `{a: 1 | absent}`],
  "two dicts by branch": [`if opaque():\n    x = 1\nelse:\n    x = 2`, `1 | 2`],
  "None that one branch replaces": [`x = None\nif opaque():\n    x = [1]`, `[1] | null`],
  "an exception that may come in between": [`try:\n    x = opaque()\nexcept Exception:\n    x = 1`, `? | 1`],
  "a loop over known items": [`x = []\nfor i in ["a", "b"]:\n    x.append(i)`, `["a", "b"]`],
  "a loop over unknown items is not an empty list": [`x = []\nfor i in opaque():\n    x.append(i)`, `[…]`],
  "a loop that is left early": [`for x in [1, 2, 3]:\n    if x == 2:\n        break`, `2`],
  "a counter in a while loop": [`x = 0\nwhile opaque():\n    x += 1`, `0 | ?`],
  "what is neither None nor empty": [
    `y = {"a": [1], "b": [], "c": None, "d": {}, "e": (), "f": "", "g": {"h": 1}, "i": set()}\nx = {k: v for k, v in y.items() if v not in (None, [], {}, (), "", set())}`,
    `{a: [1], g: {h: 1}}`,
  ],
  "lists that are equal, and that are not": [
    `y = [1, "a"]\nx = [y == [1, "a"], y == [1, "b"], y != [1], y == (1, "a"), [] == [], [[]] == [[1]], 1 == [1]]`,
    `[true, false, true, false, true, false, false]`,
  ],
  "lists of which not all is known": [
    `x = [[opaque()] == [1], [1, *opaque()] == [], [*opaque()] == [], list(opaque()) == [1], {"a": 1} == {"a": 1}]`,
    `[?, false, ?, ?, ?]`,
  ],
  "a list that holds itself": [`y = [1]\ny.append(y)\nz = [1]\nz.append(z)\nx = y == z`, `?`],
  "a range is no list": [`x = range(0) == []`, `?`],
  "a comprehension": [`x = [i for i in ["a", "b"] if i != "a"]`, `["b"]`],
  "a function's result": [`def f(a, b=2, *c, d=4, **e):\n    return [a, b, d]\nx = f(1, d=3)`, `[1, 2, 3]`],
  "a function that returns by branch": [
    `def f():\n    if opaque():\n        return 1\n    return 2\nx = f()`,
    `1 | 2`,
  ],
  "a function with a cache gives the same list again": [
    `from functools import lru_cache\n@lru_cache\ndef f():\n    return [1]\nf().append(2)\nx = f()`,
    `[1, 2]`,
  ],
  "a function with a cache is run once for the same arguments": [
    `import functools\nx = []\n@functools.lru_cache(maxsize=None)\ndef f(a, b=0):\n    x.append(a)\nf(1)\nf(1)\nf(2)\nf(1, b=0)`,
    `[1, 2, 1]`,
  ],
  "a property with a cache, which is run once for each object": [
    `from functools import cached_property\ny = []\nclass C:\n    def __init__(self, a): self.a = a\n    @cached_property\n    def p(self):\n        y.append(self.a)\n        return [self.a]\no, q = C(1), C(2)\no.p.append(3)\no.a = 4\nx = [o.p, q.p, y]`,
    `[[1, 3], [2], [1, 2]]`,
  ],
  "a property with a cache that is assigned": [
    `from functools import cached_property\nclass C:\n    @cached_property\n    def p(self): return 1\no = C()\ny = o.p\no.p = 2\nx = [y, o.p]`,
    `[1, 2]`,
  ],
  "a property with a cache that is deleted": [
    `from functools import cached_property\nclass C:\n    a = 1\n    @cached_property\n    def p(self): return self.a\no = C()\ny = o.p\no.a = 2\ndel o.p\nx = o.p`,
    `? | 1`,
  ],
  "an item of an object of a class with items of its own": [
    `class C:\n    def __init__(self, a): self.a, self.asked = a, []\n    def __getitem__(self, k):\n        self.asked.append(k)\n        return self.a[k]\no = C({"b": {"c": 1}})\nx = [o["b"]["c"], o.asked]`,
    `[1, ["b"]]`,
  ],
  "a cache that is cleared": [
    `from functools import cache\n@cache\ndef f():\n    return [1]\nf().append(2)\nf.cache_clear()\nx = f()`,
    `[1]`,
  ],
  "a function with a cache that was perhaps called": [
    `from functools import cache\n@cache\ndef f():\n    return [1]\nif opaque():\n    f().append(2)\nx = f()`,
    `[1] | [1, 2]`,
  ],
  "a function with a cache, defined anew": [
    `from functools import cache\nfor i in range(2):\n    @cache\n    def f():\n        return [i]\n    x = f()`,
    `[1]`,
  ],
  "a method with a cache": [
    `from functools import cache\nclass C:\n    @cache\n    def f(self, k):\n        return {k: 1}\nc = C()\nc.f("a")["b"] = 2\nx = [c.f("a"), c.f("c"), C().f("a")]`,
    `[{a: 1, b: 2}, {c: 1}, {a: 1}]`,
  ],
  "a function with a cache, of something unknown": [
    `from functools import cache\n@cache\ndef f(a):\n    return {"k": [1]}\nx = [f("a")["k"]]\nf(opaque())["k"].append(2)\nx.append(f(opaque())["k"])\nx.append(f("b")["k"])`,
    `[[…], […], […]]`,
  ],
  "a function that changes what it is given": [`def f(d):\n    d["k"] = 1\nx = {}\nf(x)`, `{k: 1}`],
  "a function defined later than where its global is": [`def f():\n    return y\ny = 1\nx = f()`, `1`],
  "a function that calls itself": [`def f(n):\n    return f(n)\nx = f(1)`, `?`],
  "a list handed to code that is not followed": [`x = [1]\nopaque(x)`, `[…]`],
  "a dict handed to print": [`x = {"a": 1}\nprint(x)`, `{a: 1}`],
  "a class of the notebook": [`class C:\n    def __init__(self, a):\n        self.a = a\nx = C(1).a`, `1`],
  "super().__init__": [
    `class A:\n    def __init__(self, a):\n        self.a = a\nclass B(A):\n    def __init__(self):\n        super().__init__(2)\nx = B().a`,
    `2`,
  ],
  "not, and, or by Python's precedence": [`a, b, c = True, False, True\nx = not b and c or a`, `true`],
  "parentheses after not": [`a, b = True, False\nx = not (a and b)`, `true`],
  "whether a text is the empty one": [
    `y = ""\nx = [y is "", y is not "", "a" is ""]`,
    `[true, false, false]`,
  ],
  "whether two equal texts are one object": [`y = "a b"\nx = y is "a b"`, `?`],
  "a comparison chain": [`x = 1 < 2 < 3`, `true`],
  "dicts joined by |": [`a = {"k": 1}\nx = a | {"k": 2, "l": 3}`, `{k: 2, l: 3}`],
  "a dict that grows by |=": [`x = {"k": 1}\ny = x\nx |= {"k": 2}\ny |= {"l": 3}`, `{k: 2, l: 3}`],
  "a dict that grows by something unknown": [`x = {"k": 1}\nx |= opaque()`, `{…} | ?`],
  "a class without arguments as a pattern": [
    `y = opaque()\nmatch y:\n    case str():\n        x = 1\n    case int() | Point(a=float()):\n        x = 2\n    case _:\n        x = 3`,
    `1 | 2 | 3`,
  ],
  "the name of a class in a pattern": [
    `str = 5\nmatch opaque():\n    case str():\n        pass\nx = str`,
    `5`,
  ],
  "numbers in other bases": [
    `x = [f"{255:04x}", f"{255:X}", f"{-5:o}", f"{5:06b}"]`,
    `["00ff", "FF", "-5", "000101"]`,
  ],
  "a walrus": [`if (y := 3) > 2:\n    x = y`, `3`],
  "a walrus that is an argument": [`def f(a, b): return a * b\nx = f(y := 3, y) + y`, `12`],
  "a float without digits behind the point": [`x = [100. * 1, 2.]`, `[100, 2]`],
  "an environment variable that the notebook sets": [
    `import os\nos.environ["A"] = "b"\nx = os.environ.get("A")`,
    `"b"`,
  ],
  "an environment variable that one branch sets": [
    `import os\nif opaque():\n    os.environ["A"] = "b"\nx = os.getenv("A")`,
    `"b" | ?`,
  ],
  "an environment variable of the machine": [`import os\nx = os.environ.get("A", "b")`, `?`],
  "%env": [`%env A=b\nimport os\nx = os.environ["A"]`, `"b"`],
  "the result of a shell line": [`x = !ls`, `?`],
  "a magic in between": [`x = 1\n%matplotlib inline\n!pip install y`, `1`],
  "a star import may set anything": [`x = 1\nfrom somewhere import *`, `1 | ?`],
  "exec may set anything": [`x = 1\nexec(opaque())`, `1 | ?`],
  "a list's own class may change it": [`x = [1]\nx.__class__.append(x, 2)`, `[…]`],
  "operator changes what it is given": [`import operator\nx = [1]\noperator.setitem(x, 0, 2)`, `[…]`],
  "exec may change anything": [`x = [1]\nexec("x.append(2)")`, `[…] | ?`],
  "exec in names of its own": [`x = [1]\nnames = {}\nexec("x = 2", names)`, `[1]`],
  "exec in names that have others'": [`x = [1]\nexec("y.append(2)", {"y": x})`, `[…]`],
  "eval may change anything": [`x = [1]\neval("x.append(2)")`, `[…]`],
  "a list's method in the hands of a library": [
    `from itertools import starmap\nx = [1]\nlist(starmap(x.insert, [(0, 2)]))`,
    `[…]`,
  ],
  "a name by way of globals()": [`x = [1]\nglobals()["x"].append(2)`, `[1, 2]`],
  "any name by way of globals()": [`x = [1]\nglobals()[opaque()].append(2)`, `[…]`],
  "looking into globals() sets nothing": [`x = 1\nif "y" in globals():\n    pass`, `1`],
  "%run may set anything": [`x = 1\n%run other.py`, `1 | ?`],
  "a blank right-hand side": [`x = # [1]\ny = 2`, `?`],
  "a placeholder": [`x = <YOUR_ROLE>`, `?`],
  "what follows an unfinished call": [`f(a=\nx = 1`, `1`],
  "an attribute of something unknown": [`x = opaque().a.b`, `?`],
  "a method of an attribute of something unknown": [`y = opaque()\nx = y.a.b.c()`, `?`],
  "an else after a loop that was left": [
    `while True:\n    x = 1\n    if opaque():\n        break\nelse:\n    x = 2`,
    `1`,
  ],
  "a list that grows while it is gone over": [
    `x = [1]\nfor i in x:\n    if len(x) < 4: x.append(i)`,
    `[1, 1, …]`,
  ],
  "a return through finally": [
    `d = {}\ndef f():\n    try:\n        return 1\n    finally:\n        d["k"] = 2\nf()\nx = d`,
    `{k: 2}`,
  ],
  "what comes after a guard of the notebook's, which is mended before that is run": [
    `y = ["XXXX"]\nif y == ["XXXX"]:\n    raise ValueError("fill in y")\nx = 1`,
    `1`,
  ],
  "what comes after a guard with another way": [
    `y = "XXXX"\nif y == "XXXX":\n    raise ValueError("fill in y")\nelse:\n    x = 1`,
    `1`,
  ],
  "what an else raises": [`if opaque():\n    x = 1\nelse:\n    raise ValueError`, `1`],
  "a branch of a try block that ends in raise": [
    `x = 1\ntry:\n    if opaque():\n        x = 2\n        raise ValueError\nexcept ValueError:\n    pass`,
    `1 | 2`,
  ],
  "a context manager that swallows the exception": [
    `from contextlib import suppress\nx = 1\nwith suppress(KeyError):\n    {}[opaque()]\n    x = 2`,
    `2 | 1`,
  ],
  "recursion that goes on": [`x = {}\ndef f(n):\n    x["k"] = n\n    if n: f(n - 1)\nf(5)`, `{k: 4 | ?}`],
  "what is imported may be false": [`from settings import flag\nx = 1\nif flag:\n    x = 2`, `2 | 1`],
  "what is imported may be None": [`from settings import flag\nx = flag is None`, `?`],
  "an attribute of a class that is set later": [`class C:\n    a = 1\nC.a = 2\nx = C.a`, `2`],
  "a list of the class reached through an object": [`class C:\n    a = []\nC().a.append(1)\nx = C.a`, `[1]`],
  "the order of the bases": [
    `class A:\n    def f(self): return "A"\nclass B(A): pass\nclass C(A):\n    def f(self): return "C"\nclass D(B, C): pass\nx = D().f()`,
    `"C"`,
  ],
  "a class method": [
    `class C:\n    @classmethod\n    def make(cls, a, b=2): return [a, b]\nx = C.make(1)`,
    `[1, 2]`,
  ],
  "a property": [`class C:\n    @property\n    def a(self): return 0\nx = 1 if C().a else 2`, `2`],
  "a closure": [
    `def f():\n    n = 1\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g\ng = f()\ng()\nx = g()`,
    `3`,
  ],
  "functions that call each other, each with the same decorator": [
    `def logged(f):
    def wrapper(*args):
        return f(*args)
    return wrapper
@logged
def a():
    return 1
@logged
def b():
    return a()
@logged
def c():
    return b()
x = c()`,
    `1`,
  ],
  "a name that a loop may leave with what an earlier round gave it": [
    `y = 0
for i in opaque():
    if opaque():
        y = 1
    if opaque():
        break
    y = 2
x = y`,
    `1 | 0 | 2`,
  ],
  "a name that a function returns out of a loop, as an earlier round left it": [
    `y = 0
def f():
    global y
    while True:
        if opaque():
            return
        y = 2
f()
x = y`,
    `0 | 2`,
  ],
  "the folder and the name of a path in S3": [
    `import os\nx = [os.path.dirname("s3://b/k/f.csv"), os.path.basename("s3://b/k/f.csv"), os.path.dirname("f.csv")]`,
    `["s3://b/k", "f.csv", ""]`,
  ],
  "a file that is written by a method that has a name of its own": [
    `import json\nf = open("a.json", "w")\nwrite = f.write\nwrite("[1")\nf.write(", 2]")\nf.close()\nx = json.load(open("a.json"))`,
    `[1, 2]`,
  ],
  "a decorator of the notebook": [
    `def twice(f):\n    def g(a): return [f(a), f(a)]\n    return g\n@twice\ndef h(a): return a\nx = h(1)`,
    `[1, 1]`,
  ],
  "a dict reached by a key that is not known": [
    `x = {"k": [1]}\ny = x[opaque()]\ny.append(2)`,
    `{k: [1, 2]}`,
  ],
  "a view of a dict is of the dict as it is later": [
    `d = {"a": 1}\nk = d.keys()\nd["b"] = 2\nx = list(k)`,
    `?`,
  ],
  "an iterator gives its items once": [`z = zip([1], [2])\ny = list(z)\nx = list(z)`, `?`],
  "an append in a comprehension that is perhaps not reached": [
    `x = []\n[x.append(1) for i in [1] if opaque()]`,
    `[…]`,
  ],
  "a walrus inside a comprehension of a function": [
    `y = 1\ndef f(): return [(y := i) for i in [2, 3]]\nf()\nx = y`,
    `1`,
  ],
  "global in a function inside a function": [
    `y = 1\ndef f():\n    y = 2\n    def g():\n        global y\n        y = 3\n    g()\n    return y\nx = [f(), y]`,
    `[2, 3]`,
  ],
  "what was taken out of a dict that is expanded": [
    `def f(a=1, **more): return [a]\ny = dict(opaque())\ny.pop("b")\nx = f(a=2, **y)`,
    `[2]`,
  ],
  "a parameter whose keyword was taken out": [
    `def f(a=1, **more): return [a]\ny = dict(opaque())\ny.pop("a")\nx = f(**y)`,
    `[?]`,
  ],
  "the name of a function": [
    `r = {}\ndef keep(f):\n    r[f.__name__] = 1\n    return f\n@keep\ndef g(): pass\nx = r["g"]`,
    `1`,
  ],
  "the name of a function that wraps another": [
    `import functools\ndef around(f):\n    @functools.wraps(f)\n    def inner(): pass\n    return inner\n@around\ndef g(): pass\nx = g.__name__`,
    `?`,
  ],
  "a function that is given another name": [`def g(): pass\ng.__name__ = "h"\nx = g.__name__`, `?`],
  "a name set through globals() before an exception": [
    `x = 1\ntry:\n    globals()["x"] = 2\n    opaque()\nexcept Exception:\n    pass`,
    `2 | 1`,
  ],
  "what a pattern bound, changed under that name": [
    `x = {"a": {"b": 1}}\nmatch x:\n    case {"a": inner}:\n        inner["c"] = 2`,
    `{…}`,
  ],
  "the name that a pattern's guard asks for": [
    `class A:\n    x = 1\na = A()\nmatch opaque():\n    case b if a:\n        a.x = 2\nx = a.x`,
    `2 | 1`,
  ],
  "what a guard does": [
    `y = [1]\nmatch opaque():\n    case _ if y.append(2):\n        pass\nx = y`,
    `[1, …]`,
  ],
  "a pattern that binds nothing": [
    `y = {"a": 1}\nmatch y:\n    case _:\n        y["b"] = 2\nx = y`,
    `{a: 1, b: 2}`,
  ],
  "the values of a dict that is not wholly known, changed": [
    `x = [1]\ny = {**opaque()}\ny[opaque()] = x\nfor z in y.values():\n    z.append(2)`,
    `[…]`,
  ],
  "an object at an unknown place of a list, changed there": [
    `class A:\n    v = 1\n    def __init__(self):\n        self.w = 1\na = A()\n` +
      `y = [*opaque()]\ny[opaque()] = a\nopaque(y)\nx = a.w`,
    `1 | ?`,
  ],
  "a name that a function sets before it fails, called by nobody knows whom": [
    `x = 1\ndef f():\n    global x\n    x = 2\n    opaque()\n    x = 3\nopaque(f)`,
    `1 | 3 | 2`,
  ],
  "what a property makes when it is first asked": [
    `class A:\n    @property\n    def p(self):\n        if not hasattr(self, "_p"):\n            self._p = {"a": 1}\n` +
      `        return self._p\na = A()\na.p["b"] = 2\nx = a.p`,
    `{a: 1, b: 2}`,
  ],
  "attributes asked for": [
    `class A:\n    y = 1\n    def f(self): pass\nclass B(A):\n    def __getattr__(self, name): return name\n` +
      `a = A()\na.z = 1\nx = [hasattr(a, n) for n in ("y", "f", "z", "w")] + [hasattr(B(), "y"), hasattr(B(), "w")]`,
    `[true, true, true, false, true, ?]`,
  ],
  "an attribute that is perhaps there": [
    `class A: pass\na = A()\nif opaque(): a.y = 1\nx = hasattr(a, "y")`,
    `?`,
  ],
  "a finalizer that returns in spite of an exception": [
    `def f():\n    try:\n        y = 0\n        opaque()\n        y = 1\n    finally:\n        return y\nx = f()`,
    `0 | 1`,
  ],
  "a finalizer that ends the loop in spite of an exception": [
    `for x in [0, 1]:\n    try:\n        opaque()\n        x = "a"\n    finally:\n        break`,
    `0 | "a"`,
  ],
  "a list of the class that the object perhaps hides": [
    `class A:\n    items = []\na = A()\ntry:\n    a.v = opaque()\nexcept ValueError:\n    pass\n` +
      `try:\n    opaque()\nexcept Exception:\n    a.items = 2\na.items.append(1)\nx = A.items`,
    `[…]`,
  ],
  "a fallback of what a dict may have, changed": [
    `x = []\ny = dict(opaque())\ny.get("a", x).append(1)`,
    `[…]`,
  ],
  "a fallback of what was taken out of a dict of which more is not known": [
    `x = []\ny = {"a": 1, **opaque()}\ny["b"] = 2\ny.pop("b")\ny.get("b", x).append(1)`,
    `[1]`,
  ],
  "positional only": [`def f(a=1, /, **more): return a\nx = f(a=2)`, `1`],
  "a slice that is deleted": [`x = [1, 2]\ndel x[:1]`, `[…]`],
  "a list that may be one of two grows in place": [
    `y = [1]\nz = [2]\nx = y if opaque() else z\nx += [3]\nx = y`,
    `[…]`,
  ],
  "a function handed to code that is not followed": [`x = []\ndef f(): x.append(1)\nopaque(f)`, `[…]`],
  "a syntax error inside a try block does not take it apart": [
    `x = 1\ntry:\n    y = <ROLE>\n    x = 2\nexcept (ValueError, TypeError):\n    x = 3`,
    `2 | 3`,
  ],
  "a list that grows while it is numbered": [
    `x = [1]\nfor i, y in enumerate(x):\n    if len(x) < 4: x.append(y)`,
    `[1, 1, …]`,
  ],
  "values that change while a dict is gone over": [
    `d = {"a": 1, "b": 2}\nfor k, x in d.items():\n    d["b"] = 3`,
    `1 | ?`,
  ],
  "a name that the test of an elif binds": [
    `x = 7\nif opaque():\n    pass\nelif (x := 1) > 2:\n    pass`,
    `7 | 1`,
  ],
  "a method of the base of a class that is set perhaps": [
    `class A:\n    x = 1\n    def put(self):\n        A.x = 2\nclass B(A):\n    pass\ntry:\n    B.y = 1\n    opaque()\nexcept Exception:\n    pass\nB().put()\nx = A.x`,
    `2`,
  ],
  "a list that is perhaps in another one that is changed": [
    `x = [1]\ny = []\nif opaque(): y.append(x)\nfor z in y: z.append(2)`,
    `[1, …]`,
  ],
  "a list that is perhaps in another one that is handed on": [
    `x = [1]\ny = []\nif opaque(): y.append(x)\nopaque([y])`,
    `[…]`,
  ],
  "a list that was put into another one before a try block failed": [
    `x = [1]\ny = [[2]]\ntry:\n    y[0] = x\n    opaque()\nexcept ValueError:\n    pass\ny[0].append(3)`,
    `[1, …]`,
  ],
  "a dict that was put into another one before a try block failed": [
    `x = {}\ny = {}\ntry:\n    y["a"] = x\n    opaque()\nexcept ValueError:\n    pass\ny.get("a")["b"] = 3`,
    `{b: 3 | absent}`,
  ],
  "a list of the base of a class that perhaps has one of its own": [
    `class A:\n    y = []\nclass B(A):\n    pass\nif opaque(): B.y = [2]\nB().y.append(1)\nx = A.y`,
    `[…]`,
  ],
  "a list of the base of a class before a try block failed that gives the class its own": [
    `class A:\n    y = []\nclass B(A):\n    pass\ntry:\n    opaque()\n    B.y = [2]\nexcept ValueError:\n    pass\nB().y.append(1)\nx = A.y`,
    `[…]`,
  ],
  "what a function that manages a context does around the body": [
    `from contextlib import contextmanager\ny = []\n@contextmanager\ndef f(a):\n    y.append(a)\n    try:\n        yield [a]\n    finally:\n        y.append("after")\nwith f(1) as g:\n    g.append(2)\n    y.append(g)\nx = y`,
    `[1, [1, 2], "after"]`,
  ],
  "what such a function does though its caller returns": [
    `from contextlib import contextmanager\ny = []\n@contextmanager\ndef f(a):\n    yield a\n    y.append("after")\ndef g():\n    with f(1) as a:\n        return a, len(y)\nx = [g(), y]`,
    `[(1, 0), ["after"]]`,
  ],
  "what a function that ends exceptions leaves": [
    `from contextlib import contextmanager\n@contextmanager\ndef f():\n    try:\n        yield 1\n    except ValueError:\n        pass\nx = 1\nwith f():\n    {}[opaque()]\n    x = 2`,
    `2 | 1`,
  ],
  "an object that a generator changes from one item to the next": [
    `def f(a):\n    for i in [1, 2]:\n        a["i"] = i\n        yield a\nx = []\nfor a in f({}):\n    if a["i"] == 3: continue\n    x.append(a["i"])`,
    `[1, 2]`,
  ],
  "what a generator does though a loop over it is left": [
    `y = []\ndef f():\n    for i in [1, 2, 3]:\n        y.append(i)\n        yield i\nfor a in f():\n    if a == 2: break\nelse:\n    y.append("else")\nx = [a, y]`,
    `[2, [1, 2]]`,
  ],
  "a text that is split from its end where separators overlap": [
    `x = ["a---b".rsplit("--"), "a---b".rsplit("--", 1), "----".rsplit("---", 1)]`,
    `[["a-", "b"], ["a-", "b"], ["-", ""]]`,
  ],
  "what a generator did before a loop over it is left in a try block of it": [
    `x = {"k": 1}\ndef f():\n    x["k"] = 2\n    try:\n        yield 1\n    finally:\n        pass\n    x["k"] = 3\nfor a in f(): break`,
    `{k: 1 | 3 | ?, …}`,
  ],
  "what a generator did up to the item that it is asked for": [
    `x = {"k": 1}\ndef f():\n    x["k"] = 2\n    yield 1\n    x["k"] = 3\nnext(f())`,
    `{k: 1 | 3 | ?, …}`,
  ],
  "an entry that is perhaps overwritten by a dict of which more is not known": [
    `y = {}\ny[opaque() and "k" or "m"] = 1\nif opaque(): y["k"] = 2\nx = {"k": 5, **y}`,
    `{k: 2 | 1 | 5, m: 1 | absent, …}`,
  ],
  "what is in a dict under keys that are not known": [
    `x = [[1], [2]]\ny = {str(i): i for i in x}\nfor i in y.values():\n    i.append(3)`,
    `[[…], […]]`,
  ],
  "one of two objects that a with statement enters and leaves": [
    `class C:\n    a = 1\n    b = 1\n    def __enter__(self): self.a = 2\n    def __exit__(self, *_): self.b = 2\no, p = C(), C()\nwith o if opaque() else p:\n    pass\nx = [o.a, o.b]`,
    `[2 | 1, 2 | 1]`,
  ],
  "a property, read of one of two objects, that changes its object": [
    `class C:\n    a = 1\n    @property\n    def b(self): self.a = 2\no, p = C(), C()\n(o if opaque() else p).b\nx = o.a`,
    `2 | 1`,
  ],
  "a list that was put into something unknown": [`x = [1]\ny = opaque()\ny["k"] = x`, `[1]`],
  "a list that was put into something unknown that changes": [
    `x = [1]\ny = opaque()\ny["k"] = x\ny["k"] += [2]`,
    `[…]`,
  ],
  "a list that was set on something unknown and is handed on with it": [
    `x = [1]\ny = opaque()\ny.k = x\nopaque(y)`,
    `[…]`,
  ],
  "a list that was appended to something unknown": [
    `x = [1]\ny = opaque()\ny.append(x)\ny[0].append(2)`,
    `[…]`,
  ],
  "a list in a list that is turned round": [`x = [1]\ny = [x][::-1]\ny[0] += [2]`, `[1, 2]`],
  "a list in a list that is cut somewhere": [`x = [1]\ny = [x][::opaque()]\ny[0] += [2]`, `[…]`],
  "a dict written as JSON": [
    `import json\nd = {"a": ["x"], "n": 1, "t": None}\nx = f"{json.dumps(d)}"`,
    JSON.stringify('{"a": ["x"], "n": 1, "t": null}'),
  ],
  "JSON laid out otherwise": [`import json\nx = f"{json.dumps({'a': 1}, indent=1)}"`, `?`],
  "a set in order": [`x = sorted({"b", *("a", "b")}, reverse=True)`, `["b", "a"]`],
  "the one item of a set": [`x = list({"a"})`, `["a"]`],
  "the items of a set": [`x = list({"a", "b"})`, `?`],
  "items of a dict in order": [
    `x = [k for k, v in sorted({"b": [1], "c": [2], "a": None}.items(), reverse=True)]`,
    `["c", "b", "a"]`,
  ],
  "the order of a set's items of one length": [`x = sorted({"a", "b"}, key=len)`, `?`],
  "the first item that fits": [`x = next((g for g in ["a", "sg-1"] if g.startswith("sg-")), None)`, `"sg-1"`],
  "the first item and no other": [`x = []\nnext(x.append(c) or c for c in "ab")`, `[…]`],
  "an iterator gone on with": [`it = iter(["a", "b"])\nnext(it)\nx = list(it)`, `?`],
  "split once from the right": [`x = "s3://b/a/c.csv".rsplit("/", 1)`, `["s3://b/a", "c.csv"]`],
  "texts stripped": [`x = list(map(str.strip, " a, b ".split(",")))`, `["a", "b"]`],
  "a map that nobody goes through": [`x = []\nmap(lambda c: x.append(c), "ab")`, `[…]`],
  "an object whose text is asked for": [
    `class C:\n    def __init__(self): self.a = [1]\n    def __repr__(self): return f"{self.a}"\no = C()\nprint(o, f"{o}")\nx = o.a`,
    `[1]`,
  ],
  bytes: [`x = b"a"`, `?`],
  escapes: [String.raw`x = "a\n\x41\u0042" r"\n"`, JSON.stringify("a\nAB\\n")],
  "an emoji is one character in Python": [`x = "😀a"[1]`, `?`],
};

describe("the evaluator", () => {
  for (const [name, [code, expected]] of Object.entries(table)) {
    it(name, () => {
      const cells = typeof code === "string" ? [code] : code;
      const probes = evaluatePython("from harness import probe, opaque", ...cells, `probe("x", x)`);
      assert.deepEqual(
        probes?.map(({ value }) => show(value)),
        [expected],
      );
    });
  }

  const specialMethods: Readonly<Record<string, readonly [method: string, use: string]>> = {
    "the test of an if statement": ["__bool__(self)", "if o: pass"],
    "a comparison": ["__eq__(self, other)", "o == 1"],
    "an ordering": ["__lt__(self, other)", "o < 1"],
    in: ["__contains__(self, item)", "1 in o"],
    "an item": ["__getitem__(self, key)", "o[1]"],
    "a slice": ["__getitem__(self, key)", "o[1:]"],
    "an item that is set": ["__setitem__(self, key, value)", "o[1] = 2"],
    "a loop": ["__iter__(self)", "for i in o: pass"],
    "an f-string": ["__str__(self)", 'f"{o}"'],
    print: ["__str__(self)", "print(o)"],
    "an attribute that is not there": ["__getattr__(self, name)", "o.b"],
  };
  for (const [name, [method, use]] of Object.entries(specialMethods)) {
    it(`does not take an object for unchanged by ${name} where its class says what that does`, () => {
      const code = `class C:\n    def __init__(self): self.a = 1\n    def ${method}:\n        self.a = 2\no = C()\n${use}`;
      const probes = evaluatePython("from harness import probe, opaque", code, `probe("x", o.a)`);
      const [x] = probes?.map(({ value }) => show(value).split(" | ")) ?? [];
      assert.ok(x?.includes("2") === true, String(x));
    });
  }

  it("allows in a finally block for an exception before", () => {
    const probes = evaluatePython(
      `from harness import probe, opaque\ny = [1]\ntry:\n    opaque()\n    y.append(2)\nfinally:\n    probe("y", y)\nprobe("y", y)`,
    );
    assert.deepEqual(
      probes?.map(({ value }) => show(value)),
      ["[…]", "[1, 2]"],
    );
  });

  it("knows nothing of what a cell of data may have changed", () => {
    const cells = [
      `from harness import probe, opaque\ny = [1]`,
      `y = [2]\nprobe("z", [${"1, ".repeat(400_000)}])`,
      `probe("y", y)`,
    ];
    assert.equal(evaluatePython(...cells), undefined);
  });

  it("gives up on work without end, and says so", () => {
    const loops = Array.from(
      { length: 12 },
      (_, depth) => `${"  ".repeat(depth)}for i${depth} in range(60):`,
    ).join("\n");
    const probes = evaluatePython(
      `from harness import probe\n${loops}\n${"  ".repeat(12)}y = 1\nprobe("y", y)`,
    );
    assert.equal(probes, undefined);
  });

  it("does not run out of stack on deep nesting", () => {
    const probes = evaluatePython(
      `from harness import probe\ny = ${"[".repeat(5000)}${"]".repeat(5000)}\nx = 1\nprobe("x", x)`,
    );
    assert.deepEqual(
      probes?.map(({ value }) => show(value)),
      ["1"],
    );
  });
});

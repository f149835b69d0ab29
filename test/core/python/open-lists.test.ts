import assert from "node:assert/strict";
import { evaluatePython, show } from "../../support/evaluate-python.js";

/** What is known of `x` after it was put into a list that has more than is known, as `evaluate.test.ts` has it. */
const table: Readonly<Record<string, readonly [string, string]>> = {
  "appended, and left alone": [`x = [1]\ny = [*opaque()]\ny.append(x)`, `[1]`],
  "appended in a loop over what is not known": [
    `class A:\n    def __init__(self): self.v = 1\ny = []\nfor i in opaque():\n    a = A()\n    y.append(a)\n    x = a.v`,
    `1`,
  ],
  "one of those that the list is extended by": [`x = [1]\ny = [*opaque()]\ny.extend([x, 2])`, `[1]`],
  "one of those that are added in place": [`x = [1]\ny = [*opaque()]\ny += [x]`, `[1]`],
  "added behind": [`x = [1]\ny = [*opaque()] + [x]`, `[1]`],
  "added before": [`x = [1]\ny = [x] + [*opaque()]\nx = y[0]`, `[1]`],
  "an object added before what is not known": [
    `class A: v = 1\na = A()\ny = [a] + opaque()\nx = [a.v, y[0].v]`,
    `[1, 1]`,
  ],
  "an object added behind what is not known": [`class A: v = 1\na = A()\ny = opaque() + [a]\nx = a.v`, `1`],
  "an object added in place to what is not known": [
    `class A: v = 1\na = A()\ny = opaque()\ny += [a]\nx = a.v`,
    `1`,
  ],
  "an object added behind what is not known, and changed there": [
    `class A: v = 1\na = A()\ny = opaque() + [a]\nfor b in y: b.v = 2\nx = a.v`,
    `2 | 1`,
  ],
  "a number added to what is not known, perhaps an array": [`x = ([1] + opaque())[0]`, `?`],
  "inserted at the head": [`x = [1]\ny = [*opaque()]\ny.insert(0, x)\nx = y[0]`, `[1]`],
  "inserted behind what is known": [`x = [1]\ny = [*opaque()]\ny.insert(1, x)`, `[1]`],
  "written behind what is expanded": [`x = [1]\ny = [*opaque(), x]`, `[1]`],
  "appended, and changed where it is taken out": [
    `x = [1]\ny = [*opaque()]\ny.append(x)\ny[-1].append(2)`,
    `[1, …]`,
  ],
  "appended, and changed in a loop": [
    `x = [1]\ny = [*opaque()]\ny.append(x)\nfor z in y: z.append(2)`,
    `[1, …]`,
  ],
  "appended, and looked at in a loop": [`x = [1]\ny = [*opaque()]\ny.append(x)\nfor z in y: len(z)`, `[1]`],
  "appended in the loop over it, and changed there": [
    `x = [1]\ny = [*opaque()]\nfor z in y:\n    z.append(2)\n    y.append(x)`,
    `[…]`,
  ],
  "appended as a tuple, and changed in a loop": [
    `x = [1]\ny = [*opaque()]\ny.append((0, x))\nfor _, z in y: z.append(2)`,
    `[…]`,
  ],
  "appended as a tuple, and changed at its place": [
    `x = [1]\ny = [*opaque()]\ny.append((0, x))\ny[-1][1].append(2)`,
    `[…]`,
  ],
  "set as a tuple under a key that is not known, and changed there": [
    `x = [1]\ny = {}\ny[opaque()] = (0, x)\ny[opaque()][1].append(2)`,
    `[…]`,
  ],
  "perhaps appended as a tuple, and changed in a loop": [
    `x = [1]\ny = []\nif opaque(): y.append((0, x))\nfor z in y: z[1].append(2)`,
    `[…]`,
  ],
  "perhaps appended as a tuple, and changed at its place": [
    `x = [1]\ny = []\nif opaque(): y.append((0, x))\ny[0][1].append(2)`,
    `[…]`,
  ],
  "appended as a tuple in a loop, and changed in another": [
    `x = [1]\ny = []\nfor i in opaque(): y.append((0, x))\nfor a, z in y: z.append(2)`,
    `[…]`,
  ],
  "appended as a tuple in a loop, and changed at its place": [
    `x = [1]\ny = []\nfor i in opaque(): y.append((0, x))\ny[0][1].append(2)`,
    `[…]`,
  ],
  "put under a key that is not known, and got by another": [
    `x = [1]\ny = {}\ny[opaque()] = x\ny.get(opaque()).append(2)`,
    `[1, …]`,
  ],
  "in a list that is appended, and changed in a loop": [
    `x = [1]\ny = [*opaque()]\ny.append([x])\nfor z in y: z[0].append(2)`,
    `[1, …]`,
  ],
  "the attribute of one that is appended, and set in a loop": [
    `class A: v = 1\na = A()\ny = [*opaque()]\ny.append(a)\nfor z in y: z.v = 2\nx = a.v`,
    `2 | 1`,
  ],
  "in one on either branch, and changed in a loop": [
    `x = [1]\ny = [x if opaque() else [], *opaque()]\nfor z in y: z.append(2)`,
    `[1, …]`,
  ],
  "appended, and handed on": [`x = [1]\ny = [*opaque()]\ny.append(x)\nopaque(y)`, `[…]`],
  "added behind, and handed on": [`x = [1]\ny = [*opaque()] + [x]\nopaque(y)`, `[…]`],
  "written behind what is expanded, and handed on": [`x = [1]\ny = [*opaque(), x]\nopaque(y)`, `[…]`],
  "appended, and handed on in a copy": [`x = [1]\ny = [*opaque()]\ny.append(x)\nopaque(y[1:])`, `[…]`],
  "appended, and taken out by unpacking": [
    `x = [1]\ny = [*opaque()]\ny.append(x)\n*_, z = y\nz.append(2)`,
    `[…]`,
  ],
};

describe("what is put into a list that has more than is known", () => {
  for (const [name, [code, expected]] of Object.entries(table)) {
    it(name, () => {
      const probes = evaluatePython("from harness import probe, opaque", code, `probe("x", x)`);
      assert.deepEqual(
        probes?.map(({ value }) => show(value)),
        [expected],
      );
    });
  }
});

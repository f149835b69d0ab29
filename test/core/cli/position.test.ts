import assert from "node:assert/strict";
import { Lines } from "../../../core/cli/position.js";

describe("Lines", () => {
  it("counts lines and columns from 1, in UTF-16 code units, whatever the line ends", () => {
    const text = "ab\r\n🙂c\rd\n\ne";
    const lines = new Lines(text);
    const at = (part: string) => {
      const { line, column } = lines.position(text.indexOf(part));
      return [line, column];
    };
    assert.deepEqual(["a", "b", "c", "d", "e"].map(at), [
      [1, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [5, 1],
    ]);
    assert.deepEqual(lines.position(text.length), { line: 5, column: 2 });
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map((line) => lines.line(line)),
      ["ab", "🙂c", "d", "", "e", ""],
    );
  });
});

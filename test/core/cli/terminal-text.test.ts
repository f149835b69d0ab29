import assert from "node:assert/strict";
import { palette, printable, width } from "../../../core/cli/terminal-text.js";

describe("terminal text", () => {
  it("shows control and direction characters by number, and tabs as spaces", () => {
    assert.equal(
      printable("a\u001b[31m\r\n\u202eb\tc\u{e0001}"),
      "a\\u{1b}[31m\\u{d}\\u{a}\\u{202e}b    c\\u{e0001}",
    );
    assert.equal(printable("é 日本 🙂"), "é 日本 🙂");
  });

  it("counts terminal columns", () => {
    const widths = ["abc", "日本", "🙂", "e\u0301", ""].map(width);
    assert.deepEqual(widths, [3, 4, 2, 1, 0]);
  });

  it("adds nothing without colours", () => {
    assert.equal(palette(false).red("x"), "x");
    assert.match(palette(true).red("x"), /x.*m$/s);
  });
});

import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import type { Environment } from "../../core/src/environment.js";
import type { Finding } from "../../core/src/report.js";
import type { Rule } from "../../core/src/rules/define-rule.js";
import { applyEdits } from "./apply-edits.js";

export interface RuleTest {
  readonly environment: Environment;
  /** A cell of its own before the code: imports, and what several snippets use. */
  readonly prelude?: string;
  /** Python of which the rule says nothing. */
  readonly valid: Readonly<Record<string, string>>;
  readonly invalid: Readonly<Record<string, InvalidCode>>;
}

export interface InvalidCode {
  /** A comment line `#   ^^^^ message` below a line shows a finding's span in that line, and its message. */
  readonly code: string;
  /** The code, without markers, after the first fix; `null`: there is no fix. Not given: not tested. */
  readonly output?: string | null;
}

/** Tests a rule on Python, through the whole product: parsing, dialect, engine, fixes. */
export function testRule(rule: Rule, { environment, prelude = "", valid, invalid }: RuleTest): void {
  const findingsIn = (code: string): readonly Finding[] => {
    const cells = [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
    return check({ uri: "test.ipynb", cells }, environment).findings.filter(
      (finding) => finding.rule === rule.id,
    );
  };

  describe(`rules/${rule.id}`, () => {
    for (const [name, code] of Object.entries(valid)) {
      it(`is silent: ${name}`, () => {
        assert.deepEqual(toMarkers(code, findingsIn(code)), []);
      });
    }

    for (const [name, { code: marked, output }] of Object.entries(invalid)) {
      const { code, markers } = readMarkers(marked);
      it(name, () => {
        assert.ok(markers.length > 0, "the code has no marker");
        assert.deepEqual(toMarkers(code, findingsIn(code)), markers);
      });
      if (output === undefined) continue;
      it(`${name}: ${output === null ? "has no fix" : "fixed, and fixed for good"}`, () => {
        const [finding] = findingsIn(code);
        assert.ok(finding, "there is no finding");
        const [fix] = finding.fixes;
        if (output === null) {
          assert.equal(fix?.title, undefined);
          return;
        }
        assert.ok(fix, "there is no fix");
        assert.ok(
          fix.edits.every(({ span }) => span.cell === codeCell),
          "the fix edits another cell",
        );
        const mended = applyEdits(code, fix.edits);
        assert.equal(mended, output);
        const left = findingsIn(mended).filter(({ message }) => message === finding.message);
        assert.deepEqual(toMarkers(mended, left), [], "the fix leaves the finding");
      });
    }
  });
}

interface Marker {
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

const codeCell = 1;

/** The code without its marker lines, and what they mark: the text over the carets. */
function readMarkers(marked: string): { readonly code: string; readonly markers: readonly Marker[] } {
  const lines: string[] = [];
  const markers: Marker[] = [];
  for (const line of marked.split("\n")) {
    const [, before, carets, message] = /^(# *)(\^+) (.*)$/.exec(line) ?? [];
    if (before === undefined || carets === undefined || message === undefined) {
      lines.push(line);
      continue;
    }
    const text = lines.at(-1)?.slice(before.length, before.length + carets.length) ?? "";
    markers.push({ line: lines.length - 1, text, message });
  }
  return { code: lines.join("\n"), markers };
}

/** In the order of the text; of a span over several lines, what is in its first. */
function toMarkers(code: string, findings: readonly Finding[]): readonly Marker[] {
  return [...findings]
    .sort((one, other) => one.span.from - other.span.from)
    .map(({ span, message }) => {
      if (span.cell !== codeCell) return { line: -1, text: `cell ${span.cell}`, message };
      const [text = ""] = code.slice(span.from, span.to).split("\n");
      return { line: code.slice(0, span.from).split("\n").length - 1, text, message };
    });
}

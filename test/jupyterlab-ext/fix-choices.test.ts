import assert from "node:assert/strict";
import type { Finding, Gap } from "@sagemaker-preflight/core";
import { FixChoices, missingAll } from "../../jupyterlab-ext/src/fix-choices.js";
import type { NotebookSession } from "../../jupyterlab-ext/src/notebook-session.js";

const finding = (rule: string, remedy?: string) =>
  ({ rule, fixes: [], asks: [], ...(remedy === undefined ? {} : { remedy }) }) as unknown as Finding;
const offline = { state: "offline", why: "nobody has signed in", remedy: "Sign in." };

function notes(state: object, ...findings: readonly Finding[]): (string | undefined)[] {
  const session = { account: { state }, checked: undefined } as unknown as NotebookSession;
  return FixChoices.ofAll(session, findings).map(({ note }) => note?.text);
}

describe("The fixes that JupyterLab offers", () => {
  it("are none without the account, which is said once, with what to do", () => {
    const told = "Your account's own resources cannot be offered: nobody has signed in. Sign in.";
    const [one, two] = [finding("vpc-config-missing"), finding("volume-key-missing")];
    assert.deepEqual(notes(offline, one, two), [told, undefined]);
  });

  it("are none where the finding says itself what to do", () => {
    const byHand = finding("a", "Write it by hand.");
    assert.deepEqual(notes(offline, byHand), ["Write it by hand."]);
    assert.deepEqual(notes({ state: "online" }, finding("b")), ["There is no fix to choose here."]);
  });
});

describe("missingAll", () => {
  it("names each reason once", () => {
    const gap = (action: string, why: string, detail = ""): Gap => ({ action, why, detail });
    assert.deepEqual(
      missingAll(
        [
          gap("a:A", "denied", "x"),
          gap("b:B", "timed out", "late."),
          gap("c:C", "timed out", "late."),
          gap("d:D", "failed"),
        ],
        "to go on",
      ),
      ["a:A was denied: ask for this permission to go on.", "b:B, c:C: timed out (late).", "d:D: failed."],
    );
    assert.deepEqual(missingAll([gap("a:A", "denied"), gap("b:B", "denied", "x")], "to go on"), [
      "a:A, b:B were denied: ask for these permissions to go on.",
    ]);
  });
});

import assert from "node:assert/strict";
import type { AccountState } from "../../vscode-ext/src/account-state.js";
import { provideFakeVscode } from "../support/fake-vscode.js";

provideFakeVscode();
const { wayToAccount, whyNotAsked } = await import("../../vscode-ext/src/why-nothing.js");

describe("Why nothing of the account is offered in VS Code", () => {
  const states: readonly (readonly [AccountState, RegExp, string])[] = [
    [{ kind: "off" }, /sagemakerPreflight\.live is off/, "workbench.action.openSettings"],
    [{ kind: "untrusted" }, /untrusted workspace/, "workbench.trust.manage"],
    [
      { kind: "disconnected", why: "no credentials", detail: "" },
      /no credentials\. Sign in \(aws sso login\) or choose a profile$/,
      "sagemakerPreflight.menu",
    ],
    [
      { kind: "disconnected", why: "no such profile", detail: "nosuch is not in the AWS configuration" },
      /: nosuch is not in the AWS configuration\. Choose another profile$/,
      "sagemakerPreflight.selectProfile",
    ],
    [{ kind: "disconnected", why: "unreachable", detail: "" }, /: unreachable$/, "sagemakerPreflight.menu"],
  ];
  for (const [state, why, command] of states)
    it(`is told, with the way to it: ${JSON.stringify(state)}`, () => {
      const account = { state } as never;
      assert.match(whyNotAsked(account) ?? "", why);
      const way = wayToAccount(account);
      assert.equal(way?.command, command);
      assert.ok(way.title.length <= 55, "a menu cuts the end of what is longer");
    });

  it("is nothing to tell where AWS is asked", () => {
    const account = { state: { kind: "idle" } } as never;
    assert.deepEqual([whyNotAsked(account), wayToAccount(account)], [undefined, undefined]);
  });
});

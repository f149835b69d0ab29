import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { orAbort } from "../../../core/aws/or-abort.js";

describe("orAbort", () => {
  const reason = new Error("the deadline");

  /** A call that fails in a turn of its own; what nobody handles would end the process. */
  async function fails(): Promise<never> {
    await nextTurn();
    throw new Error("the call was aborted");
  }

  for (const [when, abort] of [
    [
      "before it is waited for",
      (controller: AbortController) => {
        controller.abort(reason);
      },
    ],
    [
      "while it is waited for",
      (controller: AbortController) => {
        setImmediate(() => {
          controller.abort(reason);
        });
      },
    ],
  ] as const) {
    it(`gives a promise up ${when}, and leaves no failure unhandled`, async () => {
      const unhandled: unknown[] = [];
      const listener = (error: unknown) => unhandled.push(error);
      const others = process.listeners("unhandledRejection");
      process.removeAllListeners("unhandledRejection");
      process.on("unhandledRejection", listener);
      try {
        const controller = new AbortController();
        abort(controller);
        await assert.rejects(orAbort(fails(), controller.signal));
        for (let turn = 0; turn < 5; turn += 1) await nextTurn();
        assert.deepEqual(unhandled, []);
      } finally {
        process.removeListener("unhandledRejection", listener);
        for (const other of others) process.on("unhandledRejection", other);
      }
    });
  }
});

import type { Fact } from "../../core/src/account/fact.js";
import { questionKey, type QuestionKind } from "../../core/src/account/question.js";
import { readFor } from "../../core/src/account/reads.js";
import { account, region } from "./account-facts.js";

/** Puts answers of a made-up account among the facts; `null`: AWS says that there is no such thing. */
export function tellerOf(facts: Map<string, Fact>) {
  return (kind: QuestionKind, id: string, value: unknown): void => {
    const question = { kind, id, region };
    const row = readFor(question);
    const read = { call: `${row?.service ?? ""}:${row?.operation ?? ""}`, account, region, readAt };
    facts.set(
      questionKey(question),
      value === null ? { state: "absent", read } : { state: "present", value, read },
    );
  };
}

const readAt = Date.UTC(2026, 10, 21, 10, 3);

import type { Command } from "vscode";
import { questionKey, type Question } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { menuCommand, profileCommand } from "./status-bar.js";

/** Why the account gives nothing to choose from: nobody may be asked, or what the answers to these questions were. */
export function whyNothing(account: Account, questions: readonly Question[]): string {
  return (
    whyNotAsked(account) ?? whyNotAnswered(account, questions) ?? "the account has nothing that would do"
  );
}

/** Undefined: AWS is asked. */
export function whyNotAsked({ state }: Account): string | undefined {
  if (state.kind === "off") return "AWS is not asked (sagemakerPreflight.live is off)";
  if (state.kind === "untrusted") return "AWS is not asked in an untrusted workspace";
  if (state.kind !== "disconnected") return undefined;
  if (state.why === "no such profile") return `AWS was not asked: ${state.detail}. Choose another profile`;
  const isSignedOut = state.why === "no credentials" || state.why === "expired";
  return `AWS was not asked: ${state.why}${isSignedOut ? ". Sign in (aws sso login) or choose a profile" : ""}`;
}

/** Where the user opens the way to the account, short enough for a menu. Undefined: AWS is asked. */
export function wayToAccount({ state }: Account): Command | undefined {
  switch (state.kind) {
    case "off":
      return {
        title: "To get fixes, let AWS be asked: open the setting…",
        command: "workbench.action.openSettings",
        arguments: ["sagemakerPreflight.live"],
      };
    case "untrusted":
      return { title: "To get fixes, trust this workspace…", command: "workbench.trust.manage" };
    case "disconnected":
      if (state.why === "no such profile")
        return { title: "To get fixes, choose an AWS profile that is there…", command: profileCommand };
      return state.why === "no credentials" || state.why === "expired"
        ? { title: "To get fixes, sign in to AWS or choose a profile…", command: menuCommand }
        : { title: `To get fixes, AWS has to answer (${state.why})…`, command: menuCommand };
    default:
      return undefined;
  }
}

/** Undefined: all were answered. */
export function whyNotAnswered(account: Account, questions: readonly Question[]): string | undefined {
  const { facts } = account.environment();
  const unreadable = questions.flatMap((question) => {
    const fact = facts.get(questionKey(question));
    if (fact?.state !== "unreadable") return [];
    return [fact.why === "denied" ? `${fact.action} was denied` : `${fact.action}: ${fact.why}`];
  });
  if (unreadable.length > 0) return [...new Set(unreadable)].join(", ");
  const isOpen = questions.some((question) => !facts.has(questionKey(question)));
  return isOpen ? "AWS did not answer in time" : undefined;
}

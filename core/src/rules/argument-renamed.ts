import type { Remark } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";

export const argumentRenamed = defineRule({
  id: "argument-renamed",
  severity: "warning",
  needs: [],
  summary: "An argument has its name of SDK v1",
  why: "SDK v2 renamed the arguments. It still takes some of the old names, with a warning, and drops some without a word; others are an error, and no job starts.",
  source: "https://sagemaker.readthedocs.io/en/stable/v2.html",

  // The notebook may install the version that has these names
  applies: ({ client, sdkVersion = "" }) => client === "sagemaker-v2" && !/^1\b/.test(sdkVersion),

  *check({ remarks = [] }) {
    const renamed = remarks.filter((remark) => remark.kind === "renamed argument");
    const parts = new Set(renamed.map(({ part }) => part));
    const fixesOf = new Map(
      [...parts].map((part) => [part, rename(renamed.filter((one) => one.part === part))] as const),
    );
    for (const { name, of, newName, fate, raises = "TypeError", span, part } of renamed) {
      yield {
        span,
        message: `${name} is called ${newName} since SDK v2: ${of} ${fate === "refused" ? `raises ${raises}` : does[fate]}`,
        ...(fate === "taken" ? { severity: "info" as const } : {}),
        // Who has the new names gets the job
        insteadOf: ["call-refused"],
        fixes: fixesOf.get(part) ?? [],
      };
    }
  },
});

const does = {
  taken: "still takes it, with a warning",
  dropped: "drops it",
} as const;

type Renamed = Extract<Remark, { readonly kind: "renamed argument" }>;

/** All of one call at once: with some of them the job might not start yet. None where two would have one name. */
function rename(renamed: readonly Renamed[]): readonly FixProposal[] {
  const names = new Set(renamed.map(({ newName }) => newName));
  if (names.size < renamed.length || !renamed.every(({ isName, isNewNameFree }) => isName && isNewNameFree))
    return [];
  const title = renamed.length === 1 ? `Rename to ${[...names].join()}` : "Rename all arguments of this call";
  return [
    {
      propose: "edit",
      title,
      // What is dropped the job starts without today
      safety: renamed.some(({ fate }) => fate === "dropped") ? "unsafe" : "safe",
      edits: renamed.map(({ span, newName }) => ({ span, text: newName })),
    },
  ];
}

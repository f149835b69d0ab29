import type { ChosenSetting } from "@sagemaker-preflight/core";

export const pickCommand = "sagemakerPreflight.chooseResource";

/** What a finding's entry hands to the picker; without it the job at the cursor is meant. */
export interface PickTarget {
  /** Of the text document. */
  readonly uri: string;
  /** UTF-16 code units from the document's start. */
  readonly offset: number;
  readonly settings: readonly ChosenSetting[];
}

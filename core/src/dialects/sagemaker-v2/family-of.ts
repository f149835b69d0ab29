import { sagemakerV2 } from "../../catalog/sagemaker-v2.js";
import type { Family } from "./family.js";
import { families } from "./families.js";
import { monitorFamilies } from "./monitor-families.js";
import { predictors } from "./predictor-family.js";
import { sessions } from "./session-family.js";
import { stepFamilies } from "./step-families.js";
import { featureGroups } from "./store-families.js";

const all: readonly Family[] = [
  ...families,
  ...monitorFamilies,
  ...stepFamilies,
  featureGroups,
  predictors,
  sessions,
];

/** The family of a class, or of a function that makes an object, by its import path. */
export function familyOf(type: string): Family | undefined {
  return all.find(({ base }) => base === type || sagemakerV2.isA(type, base));
}

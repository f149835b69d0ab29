import { remembering } from "../../catalog/remembering.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { families as v3Families } from "../sagemaker-v3/families.js";
import type { Family } from "./family.js";
import { autoMlFamilies } from "./automl-families.js";
import { modelFamilies } from "./model-families.js";
import { monitorFamilies } from "./monitor-families.js";
import { predictors } from "./predictor-family.js";
import { pysparkFamilies } from "./pyspark-families.js";
import { processingFamilies } from "./processing-families.js";
import { sessions } from "./session-family.js";
import { stepFamilies } from "./step-families.js";
import { featureGroups } from "./store-families.js";
import { trainingFamilies } from "./training-families.js";

const all: readonly Family[] = [
  ...trainingFamilies,
  ...processingFamilies,
  ...modelFamilies,
  ...autoMlFamilies,
  ...monitorFamilies,
  ...stepFamilies,
  featureGroups,
  predictors,
  sessions,
  ...v3Families,
  ...pysparkFamilies,
];

/** The family of a class, or of a function that makes an object, by its import path. */
export const familyOf = remembering((type): Family | undefined =>
  all.find(({ base }) => base === type || sagemakerSdk.isA(type, base)),
);

import type { FoundSite } from "./check-file.js";
import type { LabelledSite } from "./labels.js";

/** Sites whose states the label has wrong; looked at one by one. They count as found, and not among the states. */
export const labelErrors: Readonly<Record<string, readonly string[]>> = {
  "use_fsx = False is set in the notebook, so the branch that adds a VPC to the keywords is never taken": [
    "1f23a4a43847 50 7",
    "25c5b77fce54 50 7",
    "2f11f18f72ae 29 7",
    "3ad38a93c602 50 7",
    "928cd7f59de0 50 7",
    "a9e750452f79 9 14",
    "d5ac5fd5f7b2 50 7",
    "d71707825b63 60 7",
  ],
  "the label tells what the call says; the SDK takes the network of the training job, which nobody here knows":
    [
      "1431f89f6f03 20 7",
      "1431f89f6f03 22 3",
      "99548a084783 20 4",
      "b655d7d9bc35 37 4",
      "e9cf2e893e36 100 7",
    ],
  "the notebook names or writes a file of the SDK's defaults (SAGEMAKER_…_CONFIG_OVERRIDE), which the labels do not follow and which is not in the folder: nobody here knows":
    [
      "0a2aca97c522 37 4",
      "0a2aca97c522 51 9",
      "0a2aca97c522 56 1",
      "599892c088e6 0 53",
      "62d85df6fc53 10 43",
      "62d85df6fc53 14 1",
      "62d85df6fc53 16 6",
      "ad9bfc1387ab 45 20",
      "ad9bfc1387ab 55 7",
      "a00b196796ae 26 11",
      "a00b196796ae 29 17",
    ],
  "the function is called twice, both times with a job_config that has no network": ["e4fc6de7a6a8 9 18"],
  "the step takes its job's settings from what a class or function of another file makes": [
    "31e8f4af298b 0 184",
    "af105f803507 78 23",
  ],
};

/** Calls that no label lists; looked at one by one: each asks SageMaker for something. They count as no extra ones. */
export const unlabelledCalls: Readonly<Record<string, readonly string[]>> = {
  "the labels do not know this operation of boto3's": [
    "04daf64cb2fe 22 16",
    "0a2aca97c522 15 17",
    "43423929aa4f 12 14",
    "6f91dba1ee01 7 19",
    "c2ddb5f70ea9 25 5",
  ],
  "deploy() in a function, of a model that another function returns": ["aa5acb13b718 0 182"],
  "a predictor gives its endpoint another configuration": ["b1c2997b3069 0 60", "e9cf2e893e36 71 15"],
  "the class is chosen by a condition, and called by that name": ["dd89a4c1e303 0 93"],
  "transformer() in a function, a method or a loop": [
    "dd89a4c1e303 0 164",
    "e4fc6de7a6a8 33 2",
    "e58681aae6c7 22 11",
  ],
};

const unlabelled = new Set(Object.values(unlabelledCalls).flat());

export function isUnlabelled(id: string, { request, line }: FoundSite): boolean {
  return unlabelled.has(`${id} ${request.span.cell} ${line}`);
}

const places = new Set(Object.values(labelErrors).flat());

export function isLabelWrong(id: string, { cell, line }: LabelledSite): boolean {
  return places.has(`${id} ${cell} ${line}`);
}

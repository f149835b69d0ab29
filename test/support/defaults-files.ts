import type { FileAnswers } from "../../core/src/files/file-answer.js";
import { exampleFiles } from "../../core/scripts/rule-examples.js";

/** The defaults files of the rules' examples, beside the notebook. */
export const defaultsFiles: FileAnswers = new Map(
  Object.entries(exampleFiles).map(([path, text]) => [path, { state: "text", text }]),
);

/** A cell after which the SDK takes its defaults from a file beside the notebook. */
export function withDefaults(file: string): string {
  return `import os\nos.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "${file}"\n`;
}

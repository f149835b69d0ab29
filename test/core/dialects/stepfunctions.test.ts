import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";

const step = `\
from sagemaker.processing import Processor
from stepfunctions.steps import Choice, ChoiceRule, Map, Parallel, Pass, ProcessingStep
processor = Processor(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.large")
step = ProcessingStep("Prepare", processor=processor, job_name="j")
`;

describe("the processor of a state machine's step", () => {
  const keepers: Readonly<Record<string, string>> = {
    "a branch of parallel states": `Parallel("All").add_branch(step)`,
    "a choice": `Choice("Which").add_choice(ChoiceRule.IsPresent("$.a", True), next_step=step)`,
    "the default of a choice": `Choice("Which").default_choice(step)`,
    "what a map repeats": `Map("Each").attach_iterator(step)`,
    "what comes after a state": `Pass("Start").next(step)`,
  };
  for (const [name, code] of Object.entries(keepers)) {
    it(`is as it was made where the step is ${name}`, () => {
      const cells = [{ kind: "code", language: "python", text: step + code } as const];
      const { requests } = check(
        { uri: "n.ipynb", cells },
        { region: "us-east-1", facts: new Map(), online: false },
      );
      const [processor] = requests;
      assert.equal(processor?.name, "Processor");
      assert.equal(processor.fields.get("NetworkConfig.VpcConfig.Subnets"), undefined);
    });
  }
});

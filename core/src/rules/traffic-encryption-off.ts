import { isAsked } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { flagOf } from "./flag-of.js";
import { fewestInstances } from "./instance-count.js";
import { fieldAt } from "./rule-request.js";

export const trafficEncryptionOff = defineRule({
  id: "traffic-encryption-off",
  severity: "info",
  needs: [],
  summary: "The instances of a job talk to each other unencrypted",
  why: "Between the instances of a distributed job data and gradients travel as they are unless traffic encryption is on; it can make training slower, and changes nothing for a job of one instance.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html",
  demand: { by: ["network.trafficEncryption"], severity: "warning" },
  references: {
    prowler: ["sagemaker_training_jobs_intercontainer_encryption_enabled"],
    steampipe: ["sagemaker_training_job_inter_container_traffic_encryption_enabled"],
    config: ["SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT"],
    checkov: ["CKV_AWS_369"],
    conditionKeys: ["sagemaker:InterContainerTrafficEncryption"],
  },

  applies: ({ settings }) =>
    settings.interContainerTrafficEncryption !== undefined && settings.instanceCount !== undefined,

  *check(request, { policy }) {
    const path = request.settings.interContainerTrafficEncryption ?? "";
    const count = fewestInstances(request);
    if (count === undefined) {
      yield { cannotTell: "how many instances the job has" };
      return;
    }
    if (count < 2) return;
    const isOn = flagOf(request, path, { isPredicted: true });
    if (isOn === true) return;
    if (isOn === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? `${path} is known only when the notebook runs` };
      return;
    }
    const isDemanded = isAsked(policy, "network.trafficEncryption");
    yield {
      span: fieldAt(request, path)?.span ?? request.nameSpan,
      message: `The traffic between the ${count} instances is not encrypted${isDemanded ? ", which the team's policy asks for" : ""}`,
      onOneBranch: isOn === "differs",
      fixes: [
        {
          propose: "set",
          title: "Encrypt the traffic between the instances",
          safety: "unsafe", // the security groups have to let it through, and it takes time
          changes: [{ path, value: true }],
        },
      ],
    };
  },
});

import { registryAccessMissing } from "../../../core/src/rules/registry-access-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const role = `"arn:aws:iam::111122223333:role/T"`;
const vpc = `subnets=["subnet-a1"], security_group_ids=["sg-train"]`;
const estimator = (image: string, more = "") =>
  `Estimator("${image}", ${role}, 1, "ml.m5.large", ${vpc}${more})`;

testRule(registryAccessMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
`,
  valid: {
    "an image of ECR": estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"),
    "one of ECR in China": estimator("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/train:1"),
    "one of ECR's public gallery": estimator("public.ecr.aws/team/train:1"),
    "no registry": estimator("team/train:1"),
    "no registry, and a tag": estimator("train:1.0/x"),
    "a placeholder": estimator("<registry>/train:1"),
    "a registry and the way to it": estimator(
      "registry.corp.example/train:1",
      `, training_repository_access_mode="Vpc"`,
    ),
    "a way known only at run time": estimator(
      "registry.corp.example/train:1",
      `, training_repository_access_mode=mode()`,
    ),
    "a structure known only at run time": `sm.create_training_job(**{**job, "AlgorithmSpecification": {"TrainingImage": "registry.corp.example/train:1", "TrainingImageConfig": config()}, **vpc("subnet-a1")})`,
    "a processing job, of which AWS says no such thing": `from sagemaker.processing import Processor
Processor(${role}, "registry.corp.example/train:1", 1, "ml.m5.large").run()`,
    "a tuning job, which has no place for it": `from sagemaker.tuner import HyperparameterTuner, IntegerParameter
HyperparameterTuner(${estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1")}, "loss", {"depth": IntegerParameter(1, 9)}).fit()`,
  },
  invalid: {
    "an estimator": {
      code: `\
${estimator("registry.corp.example/train:1")}
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry.corp.example is not ECR, and there is no TrainingImageConfig: AWS refuses the job`,
      output: `\
Estimator(
    "registry.corp.example/train:1",
    ${role},
    1,
    "ml.m5.large",
    subnets=["subnet-a1"],
    security_group_ids=["sg-train"],
    training_repository_access_mode="Vpc",
)`,
    },
    "a port": {
      code: `\
${estimator("localhost:5000/train:1")}
#         ^^^^^^^^^^^^^^^^^^^^^^^^ localhost:5000 is not ECR, and there is no TrainingImageConfig: AWS refuses the job`,
    },
    "the platform's own way": {
      code: `\
${estimator("registry.corp.example/train:1", `, training_repository_access_mode="Platform"`)}
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry.corp.example is not ECR, and TrainingRepositoryAccessMode is Platform: AWS refuses the job`,
    },
    "a request of boto3, without a VPC": {
      code: `\
sm.create_training_job(**{**job, "AlgorithmSpecification": {"TrainingImage": "registry.corp.example/train:1", "TrainingImageConfig": {"TrainingRepositoryAccessMode": "Vpc"}}})
#                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry.corp.example is reached through the job's VPC, and the job has none`,
    },
  },
});

import { demandsContradict } from "../../../core/src/rules/demands-contradict.js";
import { environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny } from "../../support/guardrails.js";
import { policyOf, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const denied = (...statements: readonly object[]) =>
  environmentOf(roleFacts(twoVpcs, { Caller: { inline: { rules: policyOf(allowAll, ...statements) } } }));
const g5 = `Estimator(**{**job, "instance_type": "ml.g5.xlarge"}, **network`;
const span = " ".repeat(g5.indexOf(`"ml.g5`) - 1);

testRule(demandsContradict, {
  environment: denied(deny("Encrypted", { Null: { "sagemaker:VolumeKmsKey": "true" } })),
  prelude: estimatorPrelude,
  valid: {
    "a type with a volume": `Estimator(**job, **network).fit()`,
    "a type known only at run time": `Estimator(**{**job, "instance_type": chosen()}, **network).fit()`,
  },
  invalid: {
    "local storage and no key": {
      code: `\
${g5}).fit()
#${span}^^^^^^^^^^^^^^ Statement Encrypted of policy rules demands a volume key, and ml.g5.xlarge has local storage, for which AWS takes none: choose a type without local storage, or have the statement make an exception by sagemaker:InstanceTypes`,
      output: null,
    },
    "local storage and a key": {
      code: `\
${g5}, **keys).fit()
#${span}^^^^^^^^^^^^^^ Statement Encrypted of policy rules demands a volume key, and ml.g5.xlarge has local storage, for which AWS takes none: choose a type without local storage, or have the statement make an exception by sagemaker:InstanceTypes`,
    },
  },
});

testRule(demandsContradict, {
  environment: denied(
    deny("Encrypted", {
      Null: { "sagemaker:VolumeKmsKeyArn": "true" },
      "ForAllValues:StringNotLike": { "sagemaker:InstanceTypes": ["ml.g5.*"] },
    }),
  ),
  prelude: estimatorPrelude,
  valid: { "an exception for the type": `${g5}).fit()` },
  invalid: {},
});

testRule(demandsContradict, {
  environment: denied(
    deny("Isolated", { StringNotEqualsIfExists: { "sagemaker:NetworkIsolation": "true" } }),
    deny("Open", { Bool: { "sagemaker:NetworkIsolation": "true" } }),
  ),
  prelude: estimatorPrelude,
  valid: {},
  invalid: {
    "two statements": {
      code: `\
est = Estimator(**job, **keys, **network).fit()
#     ^^^^^^^^^ No EnableNetworkIsolation satisfies both statement Isolated of policy rules and statement Open of policy rules: one of them must change`,
    },
  },
});

testRule(demandsContradict, {
  environment: denied(deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }, ["sagemaker:CreateT*"])),
  prelude: `from sagemaker.transformer import Transformer\n${estimatorPrelude}`,
  valid: { "an operation that has the key": `Estimator(**job, **network).fit()` },
  invalid: {
    "an operation that never carries the key": {
      code: `\
job = Transformer(model_name="m", instance_count=1, instance_type="ml.m5.large").transform("s3://in")
#     ^^^^^^^^^^^ This transform job is refused whatever it says: CreateTransformJob never carries sagemaker:VpcSubnets, and statement InVpc of policy rules refuses where it is absent; the statement must not list sagemaker:CreateTransformJob`,
    },
  },
});

testRule(demandsContradict, {
  environment: denied(
    deny(
      "Isolated",
      { StringNotEqualsIfExists: { "sagemaker:NetworkIsolation": "true" } },
      "sagemaker:Create*Job",
    ),
  ),
  prelude: `\
import boto3
from sagemaker.processing import Processor
from sagemaker.remote_function import remote
${estimatorPrelude}`,
  valid: {
    "a class that can isolate": `Estimator(**job, **network, **keys).fit()`,
    "an image of one's own": `Processor(role=job["role"], image_uri="image", instance_count=1, instance_type="ml.m5.large").run()`,
  },
  invalid: {
    "a function that cannot isolate": {
      code: `\
@remote(role=job["role"], instance_type="ml.m5.large", image_uri="image")
#^^^^^^ Statement Isolated of policy rules refuses it because sagemaker:NetworkIsolation is false, not true, and remote cannot set EnableNetworkIsolation: ask for the job in another way, or have the statement make an exception
def train(): ...
train()`,
    },
    "an image that needs the network": {
      code: `\
s = boto3.client("sagemaker").create_processing_job(ProcessingJobName="bias", RoleArn=job["role"], AppSpecification={"ImageUri": "205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0"}, ProcessingResources={"ClusterConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30}})
#                             ^^^^^^^^^^^^^^^^^^^^^ Statement Isolated of policy rules demands network isolation, with which SageMaker's Clarify container does not work: have the statement make an exception for such jobs, or use another image`,
    },
  },
});

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

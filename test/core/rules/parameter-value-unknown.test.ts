import { parameterValueUnknown } from "../../../core/src/rules/parameter-value-unknown.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterValueUnknown, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "an instance type of the day after tomorrow": `sm.create_training_job(**job, ResourceConfig={"InstanceType": "ml.z99.48xlarge", "InstanceCount": 1})`,
    "values that are known": `sm.create_training_job(**job, ResourceConfig=resources)`,
    "local mode of the SDK": `from sagemaker.estimator import Estimator
Estimator(image_uri="i", role="r", instance_count=1, instance_type="local")`,
  },
  invalid: {
    "an instance type without ml.": {
      code: `\
sm.create_training_job(**job, ResourceConfig={"InstanceType": "m5.xlarge", "InstanceCount": 1})
#                                                             ^^^^^^^^^^^ ResourceConfig.InstanceType takes "ml.m5.xlarge", not "m5.xlarge": AWS refuses the request`,
      output: `sm.create_training_job(**job, ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1})`,
    },
    "a value in another case": {
      code: `\
sm.create_training_job(**{**job, "AlgorithmSpecification": {"TrainingImage": "i", "TrainingInputMode": "file"}}, ResourceConfig=resources)
#                                                                                                      ^^^^^^ AlgorithmSpecification.TrainingInputMode takes "File", not "file": AWS refuses the request`,
      output: `sm.create_training_job(**{**job, "AlgorithmSpecification": {"TrainingImage": "i", "TrainingInputMode": "File"}}, ResourceConfig=resources)`,
    },
    "a slip that two types are equally near to": {
      code: `\
sm.create_training_job(**job, ResourceConfig={"InstanceType": "ml.p4dn.24xlarge", "InstanceCount": 1})
#                                                             ^^^^^^^^^^^^^^^^^^ "ml.p4dn.24xlarge" is not among the values of ResourceConfig.InstanceType that botocore 1.44.5 knows; is ml.p3dn.24xlarge, ml.p4d.24xlarge or ml.p4de.24xlarge meant?`,
    },
    "a kind of file system to be filled in": {
      code: `\
from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput
est = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge")
est.fit(FileSystemInput("fs-0123456789abcdef0", "<your_type>", "/fsx/data"))
#                                               ^^^^^^^^^^^^^ InputDataConfig[0].DataSource.FileSystemDataSource.FileSystemType is still a placeholder, "<your_type>", it takes "EFS" or "FSxLustre": AWS refuses the request`,
    },
    "a slip in an instance type": {
      code: `\
sm.create_training_job(**job, ResourceConfig={"InstanceType": "ml.m5.xlagre", "InstanceCount": 1})
#                                                             ^^^^^^^^^^^^^^ "ml.m5.xlagre" is not among the values of ResourceConfig.InstanceType that botocore 1.44.5 knows; is ml.m5.xlarge meant?`,
    },
  },
});

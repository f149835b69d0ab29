#!/bin/bash
set -euo pipefail
REGION=us-west-2
launch() {
  SUFFIX=$(($1 + 1))
  aws sagemaker create-model --model-name "m-$1" --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --region "$REGION"
}
main() {
  REGION=eu-west-1
  launch 1
}
main "$@"
aws sagemaker create-model --model-name after --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --region "$REGION"

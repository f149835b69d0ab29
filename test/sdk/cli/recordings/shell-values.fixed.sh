#!/usr/bin/env bash
set -euo pipefail
IMAGE=111122223333.dkr.ecr.us-east-1.amazonaws.com/churn:1.4.2
TAG=${IMAGE##*:}
REPOSITORY=${IMAGE%%:*}
NAME="$(basename "$REPOSITORY")-${TAG//./-}"
declare -A KEYS=([dev]=alias/ml-volume [prod]=alias/ml-output)
STAGE=PROD
STAGE=${STAGE,,}
SUBNETS=(subnet-0a10000000000001a subnet-0a10000000000001b)
[[ $STAGE == prod ]] && SUBNETS+=(subnet-0a10000000000001c)
join() {
  local IFS=,
  echo "$*"
}
printf -v OUTPUT 's3://%s/%s' churn-bucket "$NAME"
vpc="Subnets=$(join "${SUBNETS[@]}"),SecurityGroupIds=sg-0a1000000000000aa"
aws sagemaker create-training-job \
  --training-job-name "$NAME" \
  --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --algorithm-specification "TrainingImage=$IMAGE,TrainingInputMode=File" \
  --output-data-config "S3OutputPath=$OUTPUT,KmsKeyId=${KEYS[$STAGE]}" \
  --resource-config "InstanceType=ml.m5.${NAME:0:0}xlarge,InstanceCount=${#SUBNETS[@]},VolumeSizeInGB=30,VolumeKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001" \
  --stopping-condition MaxRuntimeInSeconds=3600 \
  --vpc-config "$vpc" \
  --enable-inter-container-traffic-encryption

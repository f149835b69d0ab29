#!/bin/bash
# dynamic: EnableNetworkIsolation
EXTRA=""
[ -f secure ] && EXTRA="--enable-network-isolation"
aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole $EXTRA

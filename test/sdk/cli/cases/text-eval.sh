#!/bin/bash
CMD="aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole"
CMD="$CMD --enable-network-isolation"
eval $CMD

#!/bin/bash
unset X; Y=""
aws sagemaker create-model --model-name "a${X-b}${Y-c}${Y:-d}" --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole ${X:+--enable-network-isolation} ${Y:+--no-enable-network-isolation}

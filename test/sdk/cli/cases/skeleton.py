!aws sagemaker create-model --generate-cli-skeleton

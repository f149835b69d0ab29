!aws sagemaker update-training-job --training-job-name churn-1

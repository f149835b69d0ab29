/** A client, and the parameters of a training job that AWS takes: for tests of requests that are written out. */
export const boto3Prelude = `\
import boto3

sm = boto3.client("sagemaker")
job = {
    "TrainingJobName": "churn-1",
    "AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    "RoleArn": "arn:aws:iam::111122223333:role/Training",
    "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
}
resources = {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30}
`;

import { boto3Prelude } from "./boto3-prelude.js";

/** A training job that reads from a file system: `train("EFS", "fs-…", subnets)`. */
export const fileSystemPrelude = `${boto3Prelude}
def vpc(*subnets, group="sg-train"):
    return {"VpcConfig": {"Subnets": list(subnets), "SecurityGroupIds": [group]}}

def channel(type, id):
    return {"ChannelName": "train", "DataSource": {"FileSystemDataSource": {
        "FileSystemId": id, "FileSystemType": type, "DirectoryPath": "/data", "FileSystemAccessMode": "ro"}}}
`;

import { launch, type Family } from "./family.js";

/** Feature groups: a key for each of the two stores that there is. */
export const featureGroups: Family = {
  base: "sagemaker.feature_store.feature_group.FeatureGroup",
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateFeatureGroup",
      filling: { method: "sagemaker.session.Session.create_feature_group" },
      methods: new Set(["create"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [
        { path: "OfflineStoreConfig.S3StorageConfig.S3Uri", from: [launch("s3_uri")], leftOut: false },
        {
          path: "OfflineStoreConfig.S3StorageConfig.KmsKeyId",
          from: [launch("offline_store_kms_key_id")],
          onlyWith: [launch("s3_uri")],
        },
        {
          path: "OnlineStoreConfig.SecurityConfig.KmsKeyId",
          from: [launch("online_store_kms_key_id")],
          onlyWith: [launch("enable_online_store")],
        },
        { path: "RoleArn", from: [launch("role_arn")] },
      ],
    },
  ],
};

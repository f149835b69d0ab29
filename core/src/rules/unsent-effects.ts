import type { UnsentSetting } from "../requests/request.js";

/** What a job is like without a setting that its SDK leaves out, as the end of a message. */
export const effectsOfUnsent: Readonly<Record<UnsentSetting["setting"], string>> = {
  vpcConfig: "it runs outside your VPC",
  volumeKmsKeyId: "the storage volumes are not encrypted with your key",
  outputKmsKeyId: "the output is not encrypted with your key",
  networkIsolation: "its containers are not isolated from the network",
  interContainerTrafficEncryption: "the traffic between its containers is not encrypted",
};

import { account } from "./account-facts.js";
import type { ResourceContents } from "./resource-facts.js";

const registryId = account;

/** A registry with one repository of two images, and what is not in it. */
export const pulledImages: ResourceContents = {
  Images: [
    { of: { registryId, repository: "team/train" }, name: { tag: "2" }, digest: `sha256:${"a".repeat(64)}` },
    {
      of: { registryId, repository: "team/train" },
      name: { digest: `sha256:${"a".repeat(64)}` },
      digest: `sha256:${"a".repeat(64)}`,
    },
    { of: { registryId, repository: "team/train" }, name: { tag: "3" }, digest: null },
    {
      of: { registryId, repository: "team/train" },
      name: { digest: `sha256:${"b".repeat(64)}` },
      digest: null,
    },
    { of: { registryId, repository: "gone" }, name: { tag: "1" }, digest: null },
  ],
  ImageRepositories: { "team/train": {}, gone: null },
};

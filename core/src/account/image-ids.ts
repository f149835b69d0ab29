import { idOfParts } from "./id-parts.js";

/** A repository of ECR's. */
export interface RepositoryName {
  /** 12 digits. */
  readonly registryId: string;
  readonly repository: string;
}

/** What of a repository's images: one has at least one of them. */
export type ImageName = { readonly digest: string } | { readonly tag: string };

/** The id of a question of kind `image`. */
export function imageId({ registryId, repository }: RepositoryName, name: ImageName): string {
  const imageIds = ["digest" in name ? { imageDigest: name.digest } : { imageTag: name.tag }];
  return idOfParts({ registryId, repositoryName: repository, imageIds });
}

/** The id of a question of kind `imageRepository`. */
export function repositoryId({ registryId, repository }: RepositoryName): string {
  return idOfParts({ registryId, repositoryNames: [repository] });
}

/** The id of a question of kind `imageRepositoryPolicy`. */
export function repositoryPolicyId({ registryId, repository }: RepositoryName): string {
  return idOfParts({ registryId, repositoryName: repository });
}

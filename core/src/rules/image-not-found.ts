import { imageId, repositoryId } from "../account/image-ids.js";
import { defineRule } from "./define-rule.js";
import { ownImagesOf } from "./images-of.js";

export const imageNotFound = defineRule({
  id: "image-not-found",
  // Something else may push it before the job starts
  severity: "warning",
  needs: ["callerIdentity", "images", "imageRepositories"],
  summary: "The container's image is not in the account's registry",
  why: "SageMaker pulls the image from ECR when the job starts, and refuses the job or lets it fail where it cannot find it.",
  remedy: "Correct the image's name or tag, or push the image first.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html",

  applies: ({ images }) => images.length > 0,

  *check(request, { account }) {
    const { lookUpRegion = "", images, nameSpan } = request;
    const own = new Set(ownImagesOf(request, lookUpRegion, account.account));
    for (const image of images) {
      const { name, repository, uri, span = nameSpan, onOneBranch } = image;
      if (!own.has(image)) {
        yield { cannotTell: `whether there is an image ${uri}, which is not of ${account.place}` };
        continue;
      }
      if (name !== undefined && account.image(imageId(image, name)) !== undefined) continue;
      const hasRepository = account.imageRepository(repositoryId(image)) !== undefined;
      if (name === undefined && hasRepository) {
        yield { cannotTell: `which image of ${repository} is meant: ${uri} has no tag` };
        continue;
      }
      const isImage = name !== undefined && hasRepository;
      const what = isImage
        ? `Repository ${repository} in ${account.place} has no image ${"tag" in name ? name.tag : name.digest}`
        : `There is no repository ${repository} in ${account.place}`;
      yield {
        span,
        message: `${what}, unless something else pushes the image first`,
        onOneBranch,
        facts: isImage
          ? [{ kind: "image", id: imageId(image, name), says: uri }]
          : [{ kind: "imageRepository", id: repositoryId(image), says: repository }],
        unlessPushed: true,
      };
    }
  },
});

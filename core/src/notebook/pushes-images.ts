/** Whether a cell's code seems to push images of containers, or runs a script that may. */
export function pushesImages(text: string): boolean {
  return pushing.test(text);
}

/** What is looked at in one line is bounded: a cell may be one line of megabytes. */
const pushing = new RegExp(
  [
    String.raw`\bdocker\b[^\n]{0,400}\b(?:push|buildx)\b`,
    String.raw`\b(?:sm-docker|podman|buildah|skopeo|crane|kaniko|put_image|start_build)\b`,
    String.raw`codebuild|image_?builder|build[-_]?(?:and[-_]?)?push`,
    // A script may do anything
    String.raw`^[ \t]*!.{0,400}(?:\.sh\b|\bmake\b)`,
    String.raw`^[ \t]*%%(?:sh|bash)\b[^]{0,4000}(?:\.sh\b|\bmake\b)`,
    String.raw`\b(?:subprocess|os\.system)\b.{0,400}\.sh\b`,
  ].join("|"),
  "im",
);

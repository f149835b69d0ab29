import { defineRule } from "./define-rule.js";

export const fileSystemNotFound = defineRule({
  id: "file-system-not-found",
  severity: "error",
  needs: ["mountTargets", "fsxFileSystems"],
  summary: "A file system does not exist in this account and region",
  why: "The job reads its data from the file system, and has none without it.",
  remedy: "Correct the id: the EFS and FSx consoles list those of the region.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSystemDataSource.html",
  references: {
    conditionKeys: ["sagemaker:FileSystemId"],
  },

  applies: ({ fileSystems }) => fileSystems.length > 0,

  *check({ fileSystems, nameSpan }, { account }) {
    for (const { value, type, span, onOneBranch } of fileSystems) {
      const isEfs = type === "EFS";
      const found = isEfs ? account.mountTargets(value) : account.fsxFileSystem(value);
      if (found !== undefined) continue;
      yield {
        span: span ?? nameSpan,
        message: `${value} is no ${isEfs ? "EFS" : "FSx"} file system of ${account.place}`,
        onOneBranch,
        facts: [{ kind: isEfs ? "mountTargets" : "fsxFileSystem", id: value, says: `${value} was found` }],
      };
    }
  },
});

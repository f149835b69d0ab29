import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { regionPattern } from "../../core/src/account/region-name.js";
import { policyOfFiles } from "../../core/src/team-policy.js";
import { policyTemplate } from "../../vscode-ext/src/policy-template.js";

const folder = resolve(import.meta.dirname, "../../vscode-ext");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
const sources = readdirSync(join(folder, "src"))
  .map((name) => readFileSync(join(folder, "src", name), "utf8"))
  .join("\n");

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly pattern?: string }>> };
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe("The manifest of the VS Code extension", () => {
  it("names only commands that the extension registers", () => {
    for (const { command } of manifest.contributes.commands)
      assert.match(sources, new RegExp(`"${command}"`), command);
  });

  it("takes the regions that are asked", () => {
    const { pattern } = manifest.contributes.configuration.properties["sagemakerPreflight.region"] ?? {};
    assert.equal(pattern, `^$|${regionPattern}`);
  });

  it("links in its walkthrough to commands that there are", () => {
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    const texts = steps.flatMap(({ description, media }) => [
      description,
      readFileSync(join(folder, media.markdown), "utf8"),
    ]);
    const linked = texts.flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)/g)].map(([, id = ""]) => id),
    );
    assert.ok(linked.length >= steps.length);
    for (const id of linked) assert.ok(own.has(id) || builtIn.has(id), id);
  });

  it("ends each step by something that the extension tells", () => {
    for (const { completionEvents } of steps) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [, progress] = /^onContext:sagemakerPreflight\.(\w+)$/.exec(event) ?? [];
        assert.ok(progress, event);
        assert.match(sources, new RegExp(`noteProgress\\("${progress}"\\)`), event);
      }
    }
  });

  it("is packed with every file that it names", function () {
    const vsix = join(folder, "dist/sagemaker-preflight.vsix");
    if (!existsSync(vsix)) this.skip(); // npm test builds it
    const packed = readFileSync(vsix, "latin1"); // the names of a ZIP's files are in it as they are
    const files = [
      ...steps.map(({ media }) => media.markdown),
      "dist/secure-training.ipynb",
      "media/icon.png",
    ];
    for (const file of files) assert.ok(packed.includes(`extension/${file}`), file);
  });

  it("begins a policy with one that is right and asks little", () => {
    const path = "sagemaker-preflight.yaml";
    assert.deepEqual(policyOfFiles([{ path, text: policyTemplate }]), {
      policy: { network: { vpc: "required" }, places: { "network.vpc": [{ path, line: 3 }] } },
      problems: [],
    });
    const all = policyTemplate.replaceAll(/^# (?=\w+:| {2})/gm, "");
    assert.match(all, /^instances:$/m);
    assert.deepEqual(policyOfFiles([{ path, text: all }]).problems, []);
  });
});

/** Those of VS Code itself; the end-to-end test clicks on them. */
const builtIn = new Set(["workbench.actions.view.problems"]);

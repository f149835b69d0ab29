import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { defaultSettings, settingsOf } from "../../jupyterlab-ext/src/settings.js";

describe("JupyterLab's settings", () => {
  it("has the defaults of the schema", async () => {
    const file = new URL("../../jupyterlab-ext/schema/plugin.json", import.meta.url);
    const { properties } = JSON.parse(await readFile(file, "utf8")) as {
      properties: Record<string, { default: unknown }>;
    };
    const defaults = Object.fromEntries(
      Object.entries(properties).map(([name, { default: value }]) => [name, value]),
    );
    assert.deepEqual(defaults, defaultSettings);
  });

  it("keeps the default of what has another type", () => {
    const settings = settingsOf({ enabled: "no", live: false, region: " eu-west-1 ", checkDelay: -1 });
    assert.deepEqual(settings, { ...defaultSettings, live: false, region: "eu-west-1" });
  });
});

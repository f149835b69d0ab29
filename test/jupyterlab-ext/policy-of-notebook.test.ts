import assert from "node:assert/strict";
import { ServerConnection } from "@jupyterlab/services";
import type { FoundPolicies } from "@sagemaker-preflight/core";
import { findPolicies, PolicyOfNotebook, servedPath } from "../../jupyterlab-ext/src/policy-of-notebook.js";

describe("The policy of a notebook in JupyterLab", () => {
  let found: FoundPolicies | undefined;

  beforeEach(() => {
    found = undefined;
  });

  const policy = () => new PolicyOfNotebook(() => Promise.resolve(found));
  const file = (path: string, text: string) => ({ path, text });

  it("asks nothing where there is none, and has nothing checked again for it", async () => {
    const none = policy();
    assert.equal(await none.renew(), false);
    assert.ok(none.isRead);
    assert.deepEqual(none.environment, {});
    assert.deepEqual(none.problems, []);
  });

  it("is what the machine's and the repository's ask together", async () => {
    found = {
      files: [
        { ...file("/etc/p.yaml", "network:\n  vpc: required\n"), of: "machine" },
        file("p.yaml", "network:\n  isolation: required\n"),
      ],
      unreadable: [],
    };
    const both = policy();
    assert.equal(await both.renew(), true);
    const { environment } = both;
    assert.deepEqual(environment.policy?.network, { vpc: "required", isolation: "required" });
    assert.deepEqual(environment.policy.places, {
      "network.vpc": [{ path: "/etc/p.yaml", line: 2 }],
      "network.isolation": [{ path: "p.yaml", line: 2 }],
    });
    assert.ok(environment.policy.bound?.includes("vpc-config-missing"));
    assert.equal(await both.renew(), false, "nothing was changed");
    assert.equal(both.environment.policy, environment.policy, "what was judged by it is kept");
    found = { files: [], unreadable: [] };
    assert.equal(await both.renew(), true);
    assert.deepEqual(both.environment, {});
  });

  it("is looked for where the server serves the notebook, and on no other drive", () => {
    const contents = {
      driveName: (path: string) => (path.includes(":") ? (path.split(":")[0] ?? "") : ""),
      localPath: (path: string) => path.slice(path.indexOf(":") + 1),
    };
    const places = ["team/a.ipynb", "RTC:team/a.ipynb", "s3:team/a.py"];
    assert.deepEqual(
      places.map((path) => servedPath(path, contents)),
      ["team/a.ipynb", "team/a.ipynb", undefined],
    );
  });

  it("stays as it was read while the server cannot be reached", async () => {
    const late = policy();
    assert.equal(await late.renew(), false);
    found = { files: [file("p.yaml", "network:\n  vpc: required\n  vpn: required\n")], unreadable: [] };
    assert.equal(await late.renew(), true);
    const { environment, problems } = late;
    found = undefined;
    assert.equal(await late.renew(), false);
    assert.deepEqual([late.environment, late.problems], [environment, problems]);
    assert.equal(problems.length, 1);
  });

  it("tells what is wrong in its files", async () => {
    found = {
      files: [file("p.yaml", "network:\n  vpn: required\n  vpc: required\n")],
      unreadable: [{ path: "/etc/p.yaml", why: "it is a folder" }],
    };
    const wrong = policy();
    assert.equal(await wrong.renew(), true);
    assert.deepEqual(wrong.environment.policy?.network, { vpc: "required" });
    assert.deepEqual(wrong.problems, [
      "/etc/p.yaml: cannot be read: it is a folder",
      "p.yaml:2: network has no 'vpn'; is 'vpc' meant?",
    ]);
  });

  it("is not known from a server that says something else", async () => {
    for (const body of [
      "",
      "[]",
      "null",
      '{"files": {}, "unreadable": []}',
      '{"files": [{"path": 1}], "unreadable": []}',
    ]) {
      assert.equal(await answered(() => Promise.resolve(new Response(body))), undefined, body);
    }
    assert.equal(await answered(() => Promise.resolve(new Response("{}", { status: 404 }))), undefined);
    assert.equal(await answered(() => Promise.reject(new Error("no network"))), undefined);
    let asked = "";
    const found = await answered((request) => {
      asked = request instanceof Request ? request.url : request.toString();
      return Promise.resolve(new Response('{"files": [], "unreadable": []}'));
    });
    assert.deepEqual(found, { files: [], unreadable: [] });
    assert.match(
      asked,
      /^http:\/\/localhost\/user\/ana\/sagemaker-preflight\/policy\?path=a%20b%2Fc%26d\.ipynb(?:&|$)/,
    );
  });
});

function answered(fetch: typeof globalThis.fetch): Promise<FoundPolicies | undefined> {
  return findPolicies(
    "a b/c&d.ipynb",
    ServerConnection.makeSettings({ fetch, baseUrl: "http://localhost/user/ana/" }),
  );
}

import assert from "node:assert/strict";
import { ServerConnection, type Contents } from "@jupyterlab/services";
import { mostFileBytes, mostFiles, type FileAnswer } from "@sagemaker-preflight/core";
import { FilesBeside } from "../../jupyterlab-ext/src/files-beside.js";
import type { SdkDefaults } from "../../jupyterlab-ext/src/server-defaults.js";

describe("The files beside a notebook in JupyterLab", () => {
  it("are given as they are: texts, folders, and what is not there", async () => {
    const contents = new FakeContents({ "work/jobs.py": "x = 1\n", "work/settings/a.yaml": "a: 1\n" });
    const of = await read(contents, "work/a.ipynb", ["jobs.py", "settings/a.yaml", "settings", "other.py"]);
    assert.deepEqual(of("jobs.py"), { state: "text", text: "x = 1\n" });
    assert.deepEqual(of("settings/a.yaml"), { state: "text", text: "a: 1\n" });
    assert.deepEqual(of("settings"), { state: "folder" });
    assert.deepEqual(of("other.py"), { state: "absent" });
  });

  it("are none above the notebook or elsewhere, however the path is written", async () => {
    const contents = new FakeContents({ "above.py": "secret", "work/a.py": "" });
    const paths = [
      "../above.py",
      "./x/../../above.py",
      "/above.py",
      "~/above.py",
      "file:///above.py",
      "..\\above.py",
    ];
    const of = await read(contents, "work/a.ipynb", paths);
    for (const path of paths) assert.equal(of(path)?.state, "unreadable", path);
    assert.deepEqual(contents.fetched, []);
  });

  it("are those of the notebook's own drive", async () => {
    const contents = new FakeContents({ "jobs.py": "default", "s3:jobs.py": "bucket" });
    const of = await read(contents, "s3:a.ipynb", ["jobs.py"]);
    assert.deepEqual(of("jobs.py"), { state: "text", text: "bucket" });
  });

  it("are the server's own where what people edit together has a drive of its own, which gives no content", async () => {
    const contents = new FakeContents({ "w/jobs.py": "saved" });
    const of = await read(contents, "RTC:w/a.ipynb", ["jobs.py", "other.py"]);
    assert.deepEqual(of("jobs.py"), { state: "text", text: "saved" });
    assert.deepEqual(of("other.py"), { state: "absent" });
    const files = new FilesBeside(() => "RTC:w/a.ipynb", contents.manager, noDefaults);
    await files.read(["jobs.py"]);
    contents.texts.set("w/jobs.py", "changed");
    assert.equal(await files.renew(["RTC:w/jobs.py"]), true);
    assert.equal(await files.replace("jobs.py", "changed", "mended"), undefined);
    assert.equal(contents.texts.get("w/jobs.py"), "mended");
  });

  it("are asked for only where the folder's list has them: a server logs what is not there as an error", async () => {
    const contents = new FakeContents({ "w/jobs.py": "x", "w/src/b/c.py": "y", "w/d.py": "" });
    const paths = [
      "jobs.py",
      "a.py",
      "a/__init__.py",
      "src/b/c.py",
      "src/b/d.py",
      "src/e.py",
      "d.py/f.py",
      ".",
    ];
    const of = await read(contents, "w/a.ipynb", paths);
    assert.deepEqual(
      paths.map((path) => of(path)?.state),
      ["text", "absent", "absent", "text", "absent", "absent", "absent", "folder"],
    );
    assert.deepEqual(contents.listed, ["w", "w/src", "w/src/b"]);
    assert.deepEqual([contents.missed, contents.measured], [[], []]);
  });

  it("are asked for one by one where a store does not list its folders", async () => {
    const contents = new FakeContents({ "w/jobs.py": "x" });
    contents.listsNothing = true;
    const of = await read(contents, "w/a.ipynb", ["jobs.py", "a.py"]);
    assert.deepEqual(of("jobs.py"), { state: "text", text: "x" });
    assert.deepEqual(of("a.py"), { state: "absent" });
  });

  it("are a script's only where no folder above has one of the name: it may be run there", async () => {
    const contents = new FakeContents({
      "config.yaml": "",
      "w/data/one.json": "",
      "w/src/config.yaml": "a: 1",
      "w/src/data/one.json": "{}",
      "w/src/data/two.json": "{}",
      "w/src/jobs.py": "x = 1",
      "w/jobs.py": "",
    });
    const paths = ["config.yaml", "data/one.json", "data/two.json", "jobs.py"];
    const states = (of: (path: string) => FileAnswer | undefined) => paths.map((path) => of(path)?.state);
    const whyNot = (answer: FileAnswer | undefined) => (answer?.state === "unreadable" ? answer.why : "");
    const of = await read(contents, "w/src/train.py", paths, "file");
    assert.deepEqual(states(of), ["unreadable", "unreadable", "text", "text"]);
    assert.match(whyNot(of("config.yaml")), /^\.\.\/\.\.\/config\.yaml has the name too/);
    assert.match(whyNot(of("data/one.json")), /^\.\.\/data\/one\.json has the name too/);
    assert.deepEqual(contents.missed, []);
    for (const path of ["w/src/a.ipynb", "w/src/notebook.py"])
      assert.deepEqual(states(await read(contents, path, paths)), ["text", "text", "text", "text"]);
    contents.listsNothing = true;
    const unlisted = await read(contents, "w/src/train.py", paths, "file");
    assert.deepEqual(states(unlisted), ["unreadable", "unreadable", "unreadable", "text"]);
  });

  it("are read again when one of the name comes, or goes, above a script", async () => {
    const contents = new FakeContents({ "w/src/config.json": "{}", "w/a.json": "{}" });
    const files = new FilesBeside(() => "w/src/train.py", contents.manager, noDefaults, "file");
    await files.read(["config.json"]);
    contents.texts.set("w/config.json", "{}");
    assert.equal(await files.renew(["w/other.json"]), false);
    assert.equal(await files.renew(["w/config.json"]), true);
    assert.equal(files.environment.files?.get("config.json")?.state, "unreadable");
    contents.texts.delete("w/config.json");
    assert.equal(await files.renew(["w/config.json"]), true);
    assert.equal(files.environment.files.get("config.json")?.state, "text");
  });

  it("are on their way once, however often they are asked for", async () => {
    const contents = new FakeContents({ "w/jobs.py": "x" });
    const files = new FilesBeside(() => "w/a.ipynb", contents.manager, noDefaults);
    await files.read([]);
    const reads = await Promise.all([1, 2, 3].map(() => files.read(["jobs.py"])));
    assert.deepEqual(reads, [true, false, false]);
    assert.deepEqual(contents.fetched, ["w/jobs.py"]);
    assert.equal(await files.read(["jobs.py"]), false);
  });

  it("are read again only where something was changed, if somebody says where", async () => {
    const contents = new FakeContents({ "w/a.py": "x = 1", "w/b.py": "x = 1" });
    let asked = 0;
    const files = new FilesBeside(
      () => "w/a.ipynb",
      contents.manager,
      () => Promise.resolve(void (asked += 1)),
    );
    await files.read(["a.py", "b.py", "c/d.py"]);
    contents.fetched.length = contents.listed.length = 0;
    for (const path of ["w/a.ipynb", "w/a.pyc", "v/a.py", "a.py"])
      assert.equal(await files.renew([path]), false);
    assert.deepEqual([contents.fetched, contents.listed, asked], [[], [], 1]);
    contents.texts.set("w/a.py", "x = 2").set("w/b.py", "x = 2");
    assert.equal(await files.renew(["w/a.py"]), true);
    assert.deepEqual([contents.fetched, asked], [["w/a.py"], 1]);
    assert.deepEqual(files.environment.files?.get("b.py"), { state: "text", text: "x = 1" });
    contents.texts.set("w/c/d.py", "");
    assert.equal(await files.renew(["w/c"]), true, "a folder that was made or renamed");
    assert.deepEqual(files.environment.files.get("c/d.py"), { state: "text", text: "" });
  });

  it("are all read again though a renewal of one overtakes that of all", async () => {
    const contents = new FakeContents({ "a.py": "x = 1", "b.py": "x = 1" });
    const files = new FilesBeside(() => "a.ipynb", contents.manager, noDefaults);
    await files.read(["a.py", "b.py"]);
    contents.texts.set("a.py", "x = 2").set("b.py", "x = 2");
    const all = files.renew();
    assert.equal(await files.renew(["a.py"]), true);
    assert.equal(await all, false, "the other one tells");
    assert.deepEqual(files.environment.files?.get("b.py"), { state: "text", text: "x = 2" });
  });

  it("are not fetched when they are too large, or when nobody says how large they are", async () => {
    const contents = new FakeContents({
      "large.json": "x".repeat(mostFileBytes + 1),
      "unmeasured.json": "{}",
    });
    contents.unmeasured.add("unmeasured.json");
    const of = await read(contents, "a.ipynb", ["large.json", "unmeasured.json"]);
    assert.deepEqual(of("large.json"), { state: "unreadable", why: "it is too large" });
    assert.deepEqual(of("unmeasured.json"), { state: "unreadable", why: "its size is not known" });
    assert.deepEqual(contents.fetched, []);
  });

  it("are too large also when they grew after they were measured", async () => {
    const contents = new FakeContents({ "a.json": "{}" });
    contents.onListed = () => contents.texts.set("a.json", "x".repeat(mostFileBytes + 1));
    const of = await read(contents, "a.ipynb", ["a.json"]);
    assert.deepEqual(of("a.json"), { state: "unreadable", why: "it is too large" });
  });

  it("are no more than a check takes, and each is read once", async () => {
    const contents = new FakeContents({});
    const files = new FilesBeside(() => "a.ipynb", contents.manager, noDefaults);
    const paths = Array.from({ length: mostFiles + 10 }, (_, index) => `f${index}.py`);
    await files.read(paths);
    await files.read(paths);
    assert.equal(files.environment.files?.size, mostFiles);
    assert.deepEqual(contents.listed, [""]);
  });

  it("are unreadable, with the reason, when the server refuses", async () => {
    const contents = new FakeContents({ "a.py": "x" });
    contents.failure = new Error("the disk is on fire");
    const of = await read(contents, "a.ipynb", ["a.py"]);
    assert.deepEqual(of("a.py"), { state: "unreadable", why: "the disk is on fire" });
  });

  it("hold until they are read again after a save, which says whether one changed", async () => {
    const contents = new FakeContents({ "a.py": "x = 1" });
    const files = new FilesBeside(() => "a.ipynb", contents.manager, noDefaults);
    await files.read(["a.py", "b.py"]);
    assert.equal(await files.renew(), false);
    contents.texts.set("b.py", "y = 1");
    const renewal = files.renew();
    assert.deepEqual(files.environment.files?.get("b.py"), { state: "absent" });
    assert.equal(await renewal, true);
    assert.deepEqual(files.environment.files.get("b.py"), { state: "text", text: "y = 1" });
  });

  it("hold while the server cannot be reached, and are read again when it is back", async () => {
    const contents = new FakeContents({ "a.py": "x = 1" });
    const places = {
      administrator: { path: "/etc/s", isOverride: false },
      user: { path: "/u", isOverride: false },
    };
    let defaults: SdkDefaults | undefined = { places, files: new Map() };
    const files = new FilesBeside(
      () => "a.ipynb",
      contents.manager,
      () => Promise.resolve(defaults),
    );
    await files.read(["a.py"]);
    const before = files.environment;
    const proxy = new ServerConnection.ResponseError(new Response("", { status: 503 }), "starting");
    defaults = undefined;
    for (const failure of [new ServerConnection.NetworkError(new TypeError("Failed to fetch")), proxy]) {
      contents.failure = failure;
      assert.equal(await files.renew(), false);
      assert.deepEqual(files.environment, before);
    }
    await files.read(["b.py"]);
    const late = () => files.environment.files?.get("b.py");
    assert.deepEqual(late(), { state: "unreadable", why: "the Jupyter server cannot be reached" });
    contents.failure = undefined;
    assert.equal(await files.renew(), true);
    assert.deepEqual(late(), { state: "absent" });
  });

  it("are not those of before a save when two readings overtake each other", async () => {
    const contents = new FakeContents({ "a.py": "old" });
    const files = new FilesBeside(() => "a.ipynb", contents.manager, noDefaults);
    await files.read([]);
    const reading = files.read(["a.py"]);
    await files.renew();
    contents.texts.set("a.py", "new");
    assert.equal(await reading, true, "there is reason to check again");
    await files.read(["a.py"]);
    assert.deepEqual(files.environment.files?.get("a.py"), { state: "text", text: "new" });
  });

  it("are written only where they still have the text that was checked, and may be written", async () => {
    const contents = new FakeContents({ "work/a.json": "1", "work/b.json": "1", "c.json": "1" });
    const files = new FilesBeside(() => "work/a.ipynb", contents.manager, noDefaults);
    await files.read(["a.json", "b.json"]);
    assert.equal(await files.replace("a.json", "1", "2"), undefined);
    assert.equal(contents.texts.get("work/a.json"), "2");
    assert.equal(await files.replace("a.json", "1", "3"), "a.json was changed meanwhile");
    contents.locked.add("work/b.json");
    assert.equal(await files.replace("b.json", "1", "3"), "b.json may not be written");
    assert.equal(await files.replace("../c.json", "1", "3"), "../c.json is not beside the notebook");
    contents.failure = new Error("no space left");
    assert.equal(await files.replace("a.json", "2", "3"), "a.json: no space left");
    assert.deepEqual([...contents.texts.values()], ["2", "1", "1"]);
  });

  it("are the SDK's defaults where the server extension says so, and only those", async () => {
    const path = "/etc/xdg/sagemaker/config.yaml";
    const answer: FileAnswer = { state: "text", text: "SchemaVersion: '1.0'\n" };
    const places = {
      administrator: { path, isOverride: false },
      user: { path: "/home/ana/.config/sagemaker/config.yaml", isOverride: false },
    };
    const contents = new FakeContents({});
    const defaults = () => Promise.resolve({ places, files: new Map([[path, answer]]) });
    const files = new FilesBeside(() => "a.ipynb", contents.manager, defaults);
    assert.equal(await files.read([path, "/etc/passwd"]), true);
    assert.deepEqual(files.environment.sdkDefaults, places);
    assert.deepEqual(files.environment.files?.get(path), answer);
    assert.equal(files.environment.files.get("/etc/passwd")?.state, "unreadable");
    assert.deepEqual(contents.measured, []);
  });
});

const noDefaults = (): Promise<SdkDefaults | undefined> => Promise.resolve(undefined);

async function read(
  contents: FakeContents,
  path: string,
  paths: readonly string[],
  of: "notebook" | "file" = "notebook",
) {
  const files = new FilesBeside(() => path, contents.manager, noDefaults, of);
  await files.read(paths);
  return (path: string) => files.environment.files?.get(path);
}

/** Jupyter's contents API over texts by path. */
class FakeContents {
  readonly texts: Map<string, string>;
  readonly unmeasured = new Set<string>();
  readonly locked = new Set<string>();
  readonly measured: string[] = [];
  readonly fetched: string[] = [];
  readonly listed: string[] = [];
  /** What is not there. */
  readonly missed: string[] = [];
  listsNothing = false;
  failure: Error | undefined;
  onListed: () => unknown = () => undefined;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  get manager(): Pick<Contents.IManager, "get" | "save" | "driveName" | "localPath"> {
    return {
      save: (path, options) => {
        this.texts.set(path, String(options?.content));
        return this.#get(path, false);
      },
      get: (path, options) =>
        options?.type === "directory" ? this.#list(path) : this.#get(path, options?.content ?? true),
      driveName: (path) => (path.includes(":") ? (path.split(":")[0] ?? "") : ""),
      localPath: (path) => path.replace(/^\w+:/, ""),
    };
  }

  async #get(path: string, content: boolean): Promise<Contents.IModel> {
    (content ? this.fetched : this.measured).push(path);
    if (this.failure !== undefined) throw this.failure;
    await Promise.resolve();
    const text = this.texts.get(path);
    const isFolder = [...this.texts.keys()].some((one) => one.startsWith(`${path}/`));
    if (text === undefined && !isFolder) {
      const response = new Response("", { status: 404 });
      this.missed.push(path);
      throw new ServerConnection.ResponseError(response, "not found");
    }
    const model = { ...this.#entry(path), content: content ? text : null };
    return model as unknown as Contents.IModel;
  }

  async #list(folder: string): Promise<Contents.IModel> {
    this.listed.push(folder);
    if (this.failure !== undefined) throw this.failure;
    await Promise.resolve();
    if (this.listsNothing)
      throw new ServerConnection.ResponseError(new Response("", { status: 405 }), "no lists");
    const start = folder === "" || folder.endsWith(":") ? folder : `${folder}/`;
    const below = [...this.texts.keys()].filter((path) => path.startsWith(start));
    const names = new Set(below.map((path) => path.slice(start.length).split("/")[0] ?? ""));
    const content = [...names].map((name) => ({ name, ...this.#entry(`${start}${name}`) }));
    this.onListed();
    return { type: "directory", content } as unknown as Contents.IModel;
  }

  #entry(path: string) {
    const text = this.texts.get(path);
    const size = this.unmeasured.has(path) ? undefined : text?.length;
    return { type: text === undefined ? "directory" : "file", size, writable: !this.locked.has(path) };
  }
}

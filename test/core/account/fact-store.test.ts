import assert from "node:assert/strict";
import type { AccountReader } from "../../../core/src/account/account-reader.js";
import type { Fact, Unreadable } from "../../../core/src/account/fact.js";
import { FactStore } from "../../../core/src/account/fact-store.js";
import { inStreams } from "../../../core/src/account/streams.js";
import { questionKey, type Question } from "../../../core/src/account/question.js";

const region = "us-east-1";
const subnet = (id: string): Question => ({ kind: "subnet", id, region });
const identity: Question = { kind: "identity", id: "", region };
const list: Question = { kind: "subnets", id: "", region };

/** A reader that answers when told, and keeps what it was asked. */
class ScriptedReader implements AccountReader {
  readonly rounds: string[][] = [];
  value: unknown = "first";
  account = "111122223333";
  arn = "arn:aws:iam::111122223333:user/ana";
  unreadable: Unreadable | undefined;
  held: Promise<void> = Promise.resolve();
  now = 1_000_000;

  describe() {
    const value = { Account: this.account, Arn: this.arn };
    const identity: Fact = { state: "present", value, read: this.#read("sts:GetCallerIdentity") };
    return Promise.resolve({ region, identity });
  }

  async answer(questions: readonly Question[]): Promise<readonly Fact[]> {
    this.rounds.push(questions.map(({ id }) => id));
    const { value } = this;
    await this.held;
    const read = this.#read("ec2:DescribeSubnets");
    return questions.map(() =>
      this.unreadable === undefined
        ? { state: "present", value, read }
        : { state: "unreadable", why: this.unreadable, action: "ec2:DescribeSubnets", detail: "", read },
    );
  }

  #read = (call: string) => ({ call, account: this.account, region, readAt: this.now });
}

describe("FactStore", () => {
  let reader: ScriptedReader;
  let store: FactStore;
  beforeEach(() => {
    reader = new ScriptedReader();
    store = new FactStore({ reader, now: () => reader.now });
  });
  const valueOf = (question: Question): unknown => {
    const fact = store.facts.get(questionKey(question));
    return fact?.state === "present" ? fact.value : fact?.state;
  };
  const later = (seconds: number): void => {
    reader.now += seconds * 1000;
  };

  it("asks what is asked in one tick in one round, each question once", async () => {
    const news = await Promise.all([
      store.ask([subnet("a"), subnet("b")]),
      store.ask([subnet("b"), subnet("c")]),
    ]);
    assert.deepEqual(news, [true, true]);
    assert.deepEqual(reader.rounds, [["a", "b", "c"]]);
  });

  it("does not let others wait for what takes its time, and gives that longer", async () => {
    const quota: Question = { kind: "quota", id: "ml.m5.xlarge for training job usage", region: "us-east-1" };
    await Promise.all([store.ask([quota, subnet("a")]), store.ask([subnet("b")])]);
    assert.deepEqual(reader.rounds, [[quota.id], ["a", "b"]]);
    assert.deepEqual(inStreams([quota, subnet("a")]), [[subnet("a")], [quota]]);
  });

  it("does not let what there is wait for who may do what", async () => {
    const role: Question = { kind: "role", id: "training", region: "us-east-1" };
    const vpc: Question = { kind: "vpc", id: "vpc-a", region: "us-east-1" };
    await store.ask([role, vpc, subnet("a")]);
    assert.deepEqual(reader.rounds, [["training"], ["vpc-a"], ["a"]]);
    assert.deepEqual(inStreams([vpc, role, subnet("a")]), [[role], [subnet("a")], [vpc]]);
  });

  it("waits for a question that is under way instead of asking it again", async () => {
    let release: () => void = () => undefined;
    reader.held = new Promise((resolve) => (release = resolve));
    const first = store.ask([subnet("a")]);
    await new Promise(setImmediate);
    const second = store.ask([subnet("a")]);
    release();
    assert.deepEqual(await Promise.all([first, second]), [true, true]);
    assert.deepEqual(reader.rounds, [["a"]]);
  });

  it("does not ask again what is current, and never changes a map that it gave", async () => {
    await store.ask([subnet("a")]);
    const before = store.facts;
    assert.equal(await store.ask([subnet("a")]), false);
    await store.ask([subnet("b")]);
    assert.deepEqual([...before.keys()], [questionKey(subnet("a"))]);
    assert.deepEqual(reader.rounds, [["a"], ["b"]]);
  });

  it("serves an old answer until the new one is there", async () => {
    await store.ask([subnet("a")]);
    later(301);
    reader.value = "second";
    const renewed = store.revalidate();
    assert.equal(valueOf(subnet("a")), "first");
    assert.equal(await renewed, true);
    assert.equal(valueOf(subnet("a")), "second");
    assert.equal(await store.revalidate(), false);
  });

  it("says that nothing is new when the same was answered again", async () => {
    await store.ask([subnet("a")]);
    later(301);
    assert.equal(await store.revalidate(), false);
    assert.equal(reader.rounds.length, 2);
  });

  it("drops old lists instead of reading them unasked", async () => {
    await store.ask([list]);
    later(301);
    await store.revalidate();
    assert.equal(valueOf(list), undefined);
    assert.equal(reader.rounds.length, 1);
  });

  it("tries what could not be read again after half a minute", async () => {
    reader.unreadable = "throttled";
    await store.ask([subnet("a")]);
    assert.equal(valueOf(subnet("a")), "unreadable");
    later(29);
    await store.revalidate();
    assert.equal(reader.rounds.length, 1);
    later(2);
    reader.unreadable = undefined;
    assert.equal(await store.revalidate(), true);
    assert.equal(valueOf(subnet("a")), "first");
  });

  it("keeps what AWS said when reading it again fails for a while, but not when it is denied", async () => {
    await store.ask([subnet("a")]);
    later(301);
    reader.unreadable = "timed out";
    assert.equal(await store.revalidate(), false);
    assert.equal(valueOf(subnet("a")), "first");
    later(31);
    reader.unreadable = "denied";
    assert.equal(await store.revalidate(), true);
    assert.equal(valueOf(subnet("a")), "unreadable");
  });

  it("waits for credentials, and asks again once the caller is known", async () => {
    reader.unreadable = "expired";
    await store.ask([subnet("a")]);
    later(3600);
    await store.revalidate();
    assert.equal(reader.rounds.length, 1);
    await store.describe();
    assert.equal(valueOf(subnet("a")), undefined);
  });

  it("drops everything when the caller is another", async () => {
    await store.describe();
    await store.ask([subnet("a")]);
    await store.describe();
    assert.equal(valueOf(subnet("a")), "first");
    reader.arn = "arn:aws:iam::111122223333:user/ben";
    await store.describe();
    assert.deepEqual([...store.facts.keys()], [questionKey(identity)]);
  });

  it("knows who the caller is once it was told, and asks again when that is old", async () => {
    await store.describe();
    await store.ask([identity]);
    assert.deepEqual(reader.rounds, []);
    later(3600);
    await store.revalidate();
    assert.deepEqual(reader.rounds, [[""]]);
    assert.notEqual(valueOf(identity), undefined);
  });

  it("drops the facts of another account as soon as an answer names a new one", async () => {
    await store.ask([subnet("a")]);
    reader.account = "444455556666";
    await store.ask([subnet("b")]);
    assert.deepEqual([...store.facts.keys()], [questionKey(subnet("b"))]);
  });

  it("does not take what was under way when it was refreshed", async () => {
    let release: () => void = () => undefined;
    reader.held = new Promise((resolve) => (release = resolve));
    const asked = store.ask([subnet("a")]);
    await new Promise(setImmediate);
    store.refresh();
    release();
    assert.equal(await asked, true);
    assert.equal(store.facts.size, 0);
    await store.ask([subnet("a")]);
    assert.equal(valueOf(subnet("a")), "first");
  });

  it("makes an answer of a reader that throws, or forgets a question", async () => {
    const broken: AccountReader = {
      describe: () => reader.describe(),
      answer: () => Promise.reject(new Error("the server is gone")),
    };
    store = new FactStore({ reader: broken, now: () => 0 });
    assert.equal(await store.ask([subnet("a")]), true);
    const fact = store.facts.get(questionKey(subnet("a")));
    assert.ok(fact?.state === "unreadable");
    assert.deepEqual(
      [fact.why, fact.action, fact.detail],
      ["failed", "ec2:DescribeSubnets", "the server is gone"],
    );
  });

  it("loads what it saved, with its age", async () => {
    await store.ask([subnet("a")]);
    reader.unreadable = "denied";
    await store.ask([subnet("b")]);
    const saved = JSON.parse(JSON.stringify(store.snapshot())) as ReturnType<FactStore["snapshot"]>;
    assert.equal(saved.length, 1);
    later(301);
    reader.unreadable = undefined;
    reader.value = "second";
    const next = new FactStore({ reader, now: () => reader.now });
    next.load(saved);
    assert.equal(next.facts.size, 1);
    assert.equal(await next.revalidate(), true);
  });
});

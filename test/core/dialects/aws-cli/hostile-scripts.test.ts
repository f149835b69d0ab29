import assert from "node:assert/strict";
import { check, noEnvironment } from "../../../../core/src/index.js";

/** Lines that a script may have as often as it likes. */
const repeated: Readonly<Record<string, readonly [before: string, line: string]>> = {
  "a value that is doubled": [`v=${"a".repeat(1900)}`, "v=$v$v"],
  "a value that is added to itself": ["v=ab", "v+=$v"],
  "output that is doubled": ["v=ab", 'v=$(echo "$v$v")'],
  "an array that is doubled": [`a=(${"x ".repeat(3000)})`, 'a=("${a[@]}" "${a[@]}")'],
  "arguments that are doubled": ["set -- a b c d", 'set -- "$@" "$@"'],
  "files that are doubled": ["echo a > f.json", "cat f.json f.json > g.json; cat g.json g.json > f.json"],
  "a member that is doubled": ["declare -A m=([a]=x)", 'm[a]="${m[a]}${m[a]}"'],
  "patterns with many ways": [
    `v=${"a".repeat(1900)}`,
    "w=${v//*a*a*a*a*a*b/x}; case $v in *a*a*a*a*a*b) ;; esac",
  ],
};

describe("Scripts that would have no end", () => {
  const command =
    '\naws sagemaker create-model --model-name "$v" --execution-role-arn arn:aws:iam::1:role/r\n';

  function requestsOf(text: string) {
    const cells = [{ kind: "code" as const, language: "shellscript", text: text + command }];
    return check({ uri: "run.sh", cells }, noEnvironment).requests;
  }

  for (const [name, [before, line]] of Object.entries(repeated)) {
    it(`are read, and what is too much is unknown: ${name}`, () => {
      const [request] = requestsOf(`${before}\n${`${line}\n`.repeat(64)}`);
      assert.equal(request?.operation, "CreateModel");
    });
  }

  it("are read: a loop that may write any of many paths", () => {
    const word = "${a}a".repeat(12);
    const [request] = requestsOf(`echo x > ${"a".repeat(100)}.json\nfor i in 1 2 3; do prog ${word}b; done`);
    assert.equal(request?.operation, "CreateModel");
  });

  for (const [name, line] of Object.entries({
    "a word of very many letters": `v=$((${"a".repeat(500_000)}))`,
    "a slice of very many quotes": `echo \${v:${"'".repeat(500_000)}}`,
    "a slice of very many braces": `echo \${v:${"{".repeat(500_000)}}`,
  })) {
    it(`are read once, not once for each letter: ${name}`, () => {
      const [request] = requestsOf(`cat <<A > f.json\n{}\nA\n${line}`);
      assert.ok(request === undefined || request.operation === "CreateModel");
    });
  }

  it("keep long texts that are written out whole", () => {
    const text = "x".repeat(50_000);
    const [request] = requestsOf(`v=$(cat <<'A'\n${text}\nA\n)`);
    assert.equal(request?.fields.get("ModelName")?.value, text);
  });
});

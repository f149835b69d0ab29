import assert from "node:assert/strict";
import { check, noEnvironment } from "../../core/src/index.js";
import { RandomSource } from "../support/random-source.js";

/** What Python, IPython and shells go on from: nested in itself, or one after the other without end. */
const beginnings = {
  python: [
    ...[
      "(",
      "[",
      "{",
      "f(",
      "f(a=",
      "x[",
      "{1:",
      "{**",
      "*",
      "**",
      "@",
      "a.",
      "a,",
      "a<",
      "a=",
      "(a:=",
      ")",
      "]",
      "}",
    ],
    ...[
      "not ",
      "await ",
      "-",
      "~",
      "lambda a=",
      "lambda *a:",
      "a if b else ",
      "a and ",
      "(yield ",
      "(yield from ",
    ],
    ...[
      "[x for x in ",
      "{x for x in y if ",
      "if a:\n ",
      "for a in ",
      "while a:\n ",
      "with a as ",
      "try:\n",
      "else:\n",
    ],
    ...[
      "class A:\n def f(self):\n  ",
      "def f(a=",
      "async def f():\n ",
      "match a:\n case ",
      "return ",
      "del ",
      "@a\n",
    ],
    ...[
      "f'{",
      'f"{x!r:{',
      "'''",
      '"',
      "b'",
      "0x",
      "1.",
      "...",
      "#",
      ";",
      ":",
      "=",
      "\\\n",
      "\n",
      "\t",
      "  ",
      "|",
      "->",
    ],
    ...[
      "from . import ",
      "import a.",
      "%env a=",
      "!aws sagemaker create-training-job ",
      "{a}",
      "$(",
      "${",
      "`",
    ],
  ],
  shellscript: [
    ...[
      "$(",
      "${a:-",
      "${a#",
      "${a/",
      "${a:",
      '"${a[',
      "$((",
      "((",
      "[[ a == ",
      "(",
      "{ ",
      "`",
      '"',
      "'",
      "a=(",
    ],
    ...[
      "if a; then\n",
      "for i in a; do\n",
      "while a; do\n",
      "case a in a) ",
      "f() { ",
      "do ",
      "done\n",
      "fi\n",
      "esac\n",
    ],
    ...[
      "<<A\n",
      "<(",
      ">",
      "2>&1 ",
      "&& ",
      "|| ",
      "| ",
      "; ",
      "! ",
      "\\\n",
      "\n",
      ")",
      "}\n",
      "a=$a",
      "eval '",
      "trap '",
    ],
    ...["source a ", "time ", "aws sagemaker create-training-job --x "],
  ],
};

/** `REPEATED=5000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const rounds = Number(process.env.REPEATED ?? 150);
const seed = Number(process.env.RANDOM_SEED ?? 1);
const length = 16_000;

describe("beginnings without an end", () => {
  for (const language of ["python", "shellscript"] as const) {
    it(`are read, whatever they begin: ${language}, ${rounds} from seed ${seed}`, function () {
      this.timeout(process.env.REPEATED === undefined ? 120_000 : 0);
      const random = new RandomSource(seed);
      for (let round = 0; round < rounds; round++) {
        const parts = Array.from({ length: 1 + random.below(4) }, () => random.pick(beginnings[language]));
        const unit = parts.join("");
        const text = `x = 1\n${unit.repeat(Math.ceil(length / unit.length))}\n`;
        const cells = [
          { kind: "code" as const, language, text: `aws=sagemaker\n${text}` },
          { kind: "code" as const, language, text: jobs[language] },
        ];
        assert.doesNotThrow(() => {
          const { requests } = check({ uri: "a.ipynb", cells }, noEnvironment);
          assert.ok(requests.some(({ operation }) => operation === "CreateModel"));
        }, unit);
      }
    });
  }
});

const jobs = {
  python: 'import boto3\nboto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="r")\n',
  shellscript: "aws sagemaker create-model --model-name m --execution-role-arn r\n",
};

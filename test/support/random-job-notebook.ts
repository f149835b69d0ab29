import { formatted, type Random } from "./random-call.js";
import { key, RandomJobParts, role, type Job } from "./random-job-parts.js";

/** A notebook with one job or two, in any of the ways in which people write them. */
export function randomJobNotebook(random: Random): readonly string[] {
  const writer = new Writer(random);
  const cells = writer.notebook();
  const newline = random(6) === 0 ? "\r\n" : "\n";
  return cells.map((text) => text.replaceAll("\n", newline));
}

class Writer extends RandomJobParts {
  notebook(): readonly string[] {
    if (this.random(5) === 0) return this.commands();
    if (this.random(4) === 0) return this.others();
    const isV3 = this.random(3) === 0;
    const jobs = Array.from({ length: 1 + this.random(2) }, () => (isV3 ? this.jobOfV3() : this.jobOfV2()));
    // Both take the same objects
    const objects = [...new Set(jobs.flatMap((job) => job.objects))];
    const imports = [...new Set(["import json", ...jobs.flatMap((job) => job.imports)])].join("\n");
    const cells = [this.magic() + imports + this.behind() + "\n"];
    const made = objects.map((one) => `${one}${this.behind()}\n`).join("");
    if (made !== "") cells.push(`# made hier: ü 🚀\n${made}`);
    jobs.forEach((job, index) => {
      cells.push(...this.written(job, index));
    });
    return this.random(4) === 0 ? [cells.join("\n")] : cells;
  }

  private written({ callee, keywords, launch }: Job, index: number): readonly string[] {
    const name = `job_${index}`;
    const all = this.shuffled(keywords);
    const [own, expanded] = this.split(all);
    const { before, argument } = this.expanded(expanded, `settings_${index}`);
    const items = [...own, ...(argument === undefined ? [] : [argument])];
    const call = formatted(`${callee}(`, items, ")", this.random);
    const cells: string[] = [];
    let text = "";
    if (before !== undefined) {
      if (this.random(2) === 0) cells.push(this.magic() + before);
      else text += before;
    }
    const launched = launch === undefined ? "" : launch.replace("NAME", name);
    text += this.statement(name, call, launched);
    cells.push((this.random(3) === 0 && cells.length === 0 ? this.magic() : "") + text);
    return cells;
  }

  private statement(name: string, call: string, launched: string): string {
    const indented = (indent: string, code: string) => code.replaceAll("\n", `\n${indent}`);
    const end = launched === "" ? "" : `\n${launched}`;
    switch (this.random(9)) {
      case 0:
        return `x = 1; ${name} = ${call}; y = "é 😀"  # ✓ ${name}${end}\n`;
      case 1:
        return `${name} = \\\n    ${call}${this.behind()}${end}\n`;
      case 2:
        return `if True:\n\t${name} = ${indented("\t", call)}${this.behind()}\n${launched}\n`;
      case 3:
        return `def make_${name}():\n    """Makes it."""\n    return ${indented("    ", call)}\n\n${name} = make_${name}()${end}\n`;
      case 4:
        return `try:\n  ${name} = ${indented("  ", call)}\nexcept ValueError as e:\n  raise\n${launched}\n`;
      case 5:
        return `print("ü", ${name} := ${call}, "(")${end}\n`;
      case 6:
        return `${name} = (${call})  # (\n${launched}\n`;
      case 7:
        return `for _ in range(1):\n    ${name} = ${indented("    ", call)}${this.behind()}\n${indented("    ", launched === "" ? "" : `    ${launched}`)}\n`;
      default:
        return `${name} = ${call}${this.behind()}${end}\n`;
    }
  }

  /** Keywords that come in through `**`. */

  private expanded(
    items: readonly string[],
    name: string,
  ): { readonly before?: string; readonly argument?: string } {
    if (items.length === 0) return {};
    const half = this.random(items.length);
    const [first, rest] = [items.slice(0, half), items.slice(half)];
    const display = (some: readonly string[]) => this.dict(some);
    switch (this.random(8)) {
      case 0:
        return { argument: `**${display(items)}` };
      case 1:
        return { before: `${name} = ${display(items)}${this.behind()}\n`, argument: `**${name}` };
      case 2:
        return {
          before: `${name} = ${display(first)}\n${name}.update(${display(rest)})${this.behind()}\n`,
          argument: `**${name}`,
        };
      case 3:
        return {
          before: `${name} = ${display(first)}\n${name}.update(${rest.join(", ")})\n`,
          argument: `**${name}`,
        };
      case 4:
        return {
          before: `${name} = ${display(first)}\n${rest.map((item) => item.replace(/^(\w+)=/, `${name}["$1"] = `) + this.behind() + "\n").join("")}`,
          argument: `**${name}`,
        };
      case 5:
        return {
          before: `base_${name} = ${display(first)}\n${name} = {**base_${name}, **${display(rest)}}\n`,
          argument: `**${name}`,
        };
      case 6:
        return {
          before: `base_${name} = ${display(first)}\n${name} = base_${name} | ${display(rest)}${this.behind()}\n`,
          argument: `**${name}`,
        };
      default:
        return {
          before: `${name} = ${display(first)}\n${name} |= ${display(rest)}\n`,
          argument: `**${name}`,
        };
    }
  }

  /** Jobs that take their settings from what another one has, or are no plain call of a class. */

  private others(): readonly string[] {
    const given = this.shuffled([`image_uri="i"`, ...this.estimator()]);
    const call = (callee: string, items: readonly string[]) =>
      formatted(`${callee}(`, items, ")", this.random);
    const imports = `from sagemaker.estimator import Estimator${this.behind()}\nids = ["subnet-a1"]\ngroups = ["sg-b"]\n`;
    const half = this.random(given.length);
    switch (this.random(9)) {
      case 0:
        return [
          imports + `common = ${this.dict(given)}${this.behind()}\n`,
          `first = ${call("Estimator", ["**common"])}\nfirst.fit()\n`,
          `second = ${call("Estimator", ["**common", "max_run=60"])}${this.behind()}\nsecond.fit()\n`,
        ];
      case 1:
        return [
          imports,
          `common = ${this.dict(given.slice(0, half))}${this.behind()}\n`,
          `first = ${call("Estimator", ["**common", ...given.slice(half)])}\nfirst.fit()\nsecond = ${call("Estimator", [...given.slice(half), "**common"])}\nsecond.fit()\n`,
        ];
      case 2: {
        const attributes = this.some([
          `est.subnets = ["subnet-a1"]${this.behind()}`,
          `est.security_group_ids = groups`,
          `est.volume_kms_key = '${key}'${this.behind()}`,
        ]);
        return [
          imports,
          `est = ${call("Estimator", given)}\n`,
          [...attributes, "est.fit()"].join("\n") + "\n",
        ];
      }
      case 3: {
        const options = given.filter(
          (item) => !/^(?:image_uri|hyperparameters|instance_count|output_kms)/.test(item),
        );
        return [
          `from sagemaker.remote_function import remote\n${imports}`,
          `${this.magic()}@${call("remote", options)}${this.behind()}\ndef train(x):\n    return x  # ü\n\ntrain(1)\n`,
        ];
      }
      case 4:
        return [
          `from sagemaker.tuner import HyperparameterTuner, IntegerParameter\n${imports}`,
          `tuner = ${call("HyperparameterTuner", [
            `estimator=${call("Estimator", given)}`,
            `objective_metric_name="m"`,
            `hyperparameter_ranges={"a": IntegerParameter(1, 2)}`,
            `metric_definitions=[{"Name": "m", "Regex": "x"}]`,
          ])}\ntuner.fit()\n`,
        ];
      case 5:
        return [
          `from functools import partial\n${imports}`,
          `make = ${call("partial", ["Estimator", ...given.slice(0, half)])}${this.behind()}\nest = ${call("make", given.slice(half))}\nest.fit()\n`,
        ];
      case 6: {
        const model = this.shuffled([
          `image_uri="i"`,
          `role="${role}"`,
          `model_data="s3://b/m.tar.gz"`,
          ...this.one([
            "vpc_config=None",
            "vpc_config=vpc",
            `vpc_config={"Subnets": ["subnet-a1"]}`,
            `vpc_config={'Subnets': ids, 'SecurityGroupIds': ["sg-b"]}`,
          ]),
        ]);
        return [
          `from sagemaker.model import Model\n${imports}vpc = {"Subnets": ids, "SecurityGroupIds": groups}  # ü\n`,
          `model = ${call("Model", model)}\nmodel.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge")\n`,
        ];
      }
      case 7:
        return [
          imports,
          `jobs = {"ü": ${call("Estimator", given)}, "b": [${call("Estimator", given)}]}${this.behind()}\njobs["ü"].fit(); jobs["b"][0].fit()\n`,
        ];
      default:
        return [
          imports,
          `def make(extra=None, **more):\n    """ü 🚀"""\n    options = ${this.dict(given.slice(0, half)).replaceAll("\n", "\n    ")}\n    options.update(more)\n    return Estimator(**options)\n`,
          `est = ${call("make", given.slice(half))}${this.behind()}\nest.fit()\n`,
        ];
    }
  }

  /** The AWS CLI, in each of the places where notebooks have it. */

  private commands(): readonly string[] {
    const container = this.pick([
      "--primary-container Image=i",
      `--primary-container '{"Image": "i"}'`,
      `--primary-container "Image=i"`,
    ]);
    const vpc = this.one([
      "--vpc-config Subnets=subnet-a1",
      "--vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-b",
      "--vpc-config 'Subnets=[subnet-a1],SecurityGroupIds=[sg-b]'",
      `--vpc-config '{"Subnets": ["subnet-a1"]}'`,
      `--vpc-config '{ "Subnets" : ["subnet-a1"],\n  "SecurityGroupIds":["sg-b"] }'`,
      `--vpc-config="Subnets=subnet-a1"`,
    ]);
    const options = this.shuffled([
      "--model-name m",
      `--execution-role-arn ${role}`,
      container,
      "--region us-east-1",
      ...vpc,
    ]);
    const gap = this.pick([" ", " \\\n  ", " \\\n\t", "  "]);
    const isLine = this.random(3) === 0;
    const separator = isLine && options.some((one) => one.includes("\n")) ? " " : gap;
    const named = `aws sagemaker create-model${separator}${options.join(separator)}`;
    const members = JSON.stringify(
      {
        ModelName: "m",
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: "i" },
        ...this.pick<object>([
          {},
          { VpcConfig: { Subnets: ["subnet-a1"] } },
          { VpcConfig: { Subnets: ["subnet-a1"], SecurityGroupIds: ["sg-b"] } },
        ]),
      },
      null,
      isLine ? 0 : this.pick<number | string>([0, 1, 2, "\t"]),
    );
    const isInput = this.random(3) === 0;
    const command = isInput
      ? `aws sagemaker create-model --region us-east-1 --cli-input-json '${members}'`
      : named;
    if (isLine) {
      const line = command.includes('\n  "') ? command.replaceAll('\n  "', ` "`) : command;
      return [`import json  # ü`, `# vor\n!${line}\nprint("🚀")\n`];
    }
    if (isInput && this.random(3) === 0)
      return [
        `x = 1`,
        `%%bash\ncat > job.json <<'EOF'\n${members}\nEOF\naws sagemaker create-model --cli-input-json file://job.json --region us-east-1 # ü\n`,
      ];
    const head = this.pick(["%%bash", "%%sh", "%%bash --out out"]);
    const end = this.pick(["", " | cat", " && echo ok", " > out.json", "  # wirklich"]);
    return [`x = 1`, `${head}\nset -e\n# ü 🚀\n${command}${end}\necho done`];
  }
}

import { execFileSync } from "node:child_process";

export interface Mending {
  /** What is shown when they differ in more than they may. */
  readonly name: string;
  /** The cells' texts. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Reads notebooks before and after a fix with Python's own `ast` and `tokenize`.
 *
 * @returns Those that Python cannot parse after, that lost a comment, or whose trees differ in anything but keywords,
 * keys and ids of networks and keys, and imports; each with what is wrong.
 */
export function compareTrees(mendings: readonly Mending[]): readonly string[] {
  const output = execFileSync("python3", ["-c", program], {
    input: JSON.stringify(mendings),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(output) as string[];
}

const program = String.raw`
import ast, collections, io, json, re, sys, tokenize

MEANT = {
    "subnets", "security_group_ids", "volume_kms_key", "output_kms_key", "network_config", "networking",
    "VpcConfig", "Subnets", "SecurityGroupIds", "VolumeKmsKeyId", "KmsKeyId", "vpc_config",
    "compute", "output_data_config", "model_kms_key", "s3_kms_key", "volume_kms_key_id", "kms_key_id",
}
IDS = re.compile(r"^(subnet-|sg-|arn:aws:kms|[0-9a-f]{8}-|alias/)")

def python(text):
    # What IPython takes away, with the continued lines of commands
    lines, shell = [], False
    for line in text.split("\n"):
        if shell or re.match(r"\s*[%!]", line):
            lines.append("" if shell else "pass")
            shell = line.rstrip("\r").endswith("\\")
        else: lines.append(line)
    return "\n".join(lines)

def is_shell(text): return re.match(r"%%(bash|sh|script)\b", text) is not None

class Strip(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        node.keywords = [one for one in node.keywords if one.arg not in MEANT]
        return node
    def visit_Dict(self, node):
        self.generic_visit(node)
        pairs = [(k, v) for k, v in zip(node.keys, node.values) if not (isinstance(k, ast.Constant) and k.value in MEANT)]
        node.keys, node.values = [k for k, _ in pairs], [v for _, v in pairs]
        return node
    def visit_List(self, node):
        self.generic_visit(node)
        return self.ids(node)
    visit_Tuple = visit_List
    def visit_Subscript(self, node):
        self.generic_visit(node)
        return node
    def ids(self, node):
        if node.elts and all(isinstance(e, ast.Constant) and isinstance(e.value, str) and IDS.match(e.value) for e in node.elts):
            return ast.Constant("IDS")
        return node
    def visit_Constant(self, node):
        return ast.Constant("ID") if isinstance(node.value, str) and IDS.match(node.value) else node

def is_import(node): return isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sagemaker")
def is_meant(node):
    # settings["subnets"] = …, and names that a fix defines
    if not isinstance(node, ast.Assign) or len(node.targets) != 1: return False
    target = node.targets[0]
    if isinstance(target, ast.Subscript): return isinstance(target.slice, ast.Constant) and target.slice.value in MEANT
    if isinstance(target, ast.Attribute): return target.attr in MEANT
    return isinstance(target, ast.Name) and target.id in ("subnets", "security_group_ids", "vpc_subnets", "vpc_security_group_ids")

def stripped(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list): setattr(node, field, [one for one in block if not is_import(one) and not is_meant(one)])
    return ast.dump(Strip().visit(tree))

def comments(text):
    return collections.Counter(t.string for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type == tokenize.COMMENT)

def shell_rest(text):
    # But for the option that is set, and its value: shorthand or JSON
    text = re.sub(r"""\s*(\\\r?\n\s*)?--vpc-config[ =]('[^']*'|"[^"]*"|\S+)""", "", text)
    # The same in a whole request
    return re.sub(r',?\s*"VpcConfig"\s*:\s*\{[^}]*\}', "", text)

wrong = []
for one in json.load(sys.stdin):
    for before, after in zip(one["before"], one["after"]):
        problem = None
        if is_shell(before):
            if shell_rest(before) != shell_rest(after): problem = "more of the shell cell differs"
        else:
            had, has = python(before), python(after)
            try: tree = stripped(has)
            except SyntaxError as error: problem = f"Python cannot parse it: {error}"
            else:
                if tree != stripped(had): problem = "the trees differ in more"
                elif comments(had) - comments(has): problem = f"comments are lost: {comments(had) - comments(has)}"
                elif comments(has) - comments(had): problem = "there are other comments"
                shells = lambda text: [shell_rest(l) for l in re.findall(r"^[ \t]*[%!](?:[^\n]*\\\r?\n)*[^\n]*", text, re.M)]
                if problem is None and shells(before) != shells(after): problem = "more of a command differs"
        if problem: wrong.append(f"{problem}\n{one['name']}")
print(json.dumps(wrong))
`;

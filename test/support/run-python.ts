import { execFileSync } from "node:child_process";

/** What a program's probes saw, in order, up to its end or its first exception; null: it took too long. */
export type Seen = readonly (readonly [label: string, value: unknown])[] | null;

/**
 * Runs programs that `from harness import probe, opaque` in Python. `opaque(…)` gives a random value, changes the
 * lists, dicts and objects that it is handed, and calls the functions.
 */
export function runPython(sources: readonly string[]): Seen[] {
  const output = execFileSync("python3", ["-c", harness], {
    // Lines for IPython
    input: JSON.stringify(sources.map((source) => source.replaceAll(/^[%!].*$/gm, "pass"))),
    maxBuffer: 1 << 28,
    encoding: "utf8",
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Seen);
}

/** A value as the harness writes it: sets and instances say what they are. */
const harness = `
import json, os, sys, random, types, signal, resource
# a += a in a loop asks for more than there is
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
class Late(BaseException): pass
running = False
def late(*_):
    if running: raise Late
# Of the processor: the machine does other things too
signal.signal(signal.SIGVTALRM, late)
def main():
    global running
    told, sys.stdout = sys.stdout, open('/dev/null', 'w')
    for seed, source in enumerate(json.load(sys.stdin)):
        reading, writing = os.pipe()
        child = os.fork()
        # What is no step of Python's, the product of two long numbers, takes no signal: such a program is killed
        if child == 0: resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
        else:
            os.close(writing)
            with os.fdopen(reading) as answer: line = answer.read()
            os.waitpid(child, 0)
            print(line or 'null', file=told)
            continue
        rng = random.Random(seed)
        found = []
        def snapshot(value, parts, depth=0):
            parts[0] -= 1
            if parts[0] < 0 or depth > 40: raise TimeoutError
            if isinstance(value, (str, int, float, bool, type(None))):
                if len(str(value)) > 5000: raise TimeoutError
                return value
            inner = lambda item: snapshot(item, parts, depth + 1)
            if isinstance(value, list): return [inner(item) for item in value]
            if isinstance(value, tuple): return {'<tuple>': [inner(item) for item in value]}
            if isinstance(value, (set, frozenset)): return {'<set>': [inner(item) for item in value]}
            if type(value) is dict: return {'<dict>': [[inner(key), inner(item)] for key, item in value.items()]}
            if type(value).__module__ == '__main__' and hasattr(value, '__dict__') and not isinstance(value, type):
                return {'<object>': type(value).__name__, 'members': [[key, inner(item)] for key, item in vars(value).items()]}
            return {'<other>': type(value).__name__}
        def probe(label, value): found.append([label, snapshot(value, [4000])])
        def meddle(value, depth=0):
            if depth > 4: return
            if isinstance(value, list):
                if rng.random() < .4: value.append(rng.randint(50, 60))
                elif value:
                    if rng.random() < .4: value[0] = 'changed'
                    else: meddle(rng.choice(value), depth + 1)
            elif isinstance(value, tuple):
                for item in value: meddle(item, depth + 1)
            elif isinstance(value, dict):
                if rng.random() < .4: value['added'] = 1
                elif value:
                    key = rng.choice(list(value))
                    if rng.random() < .4: value[key] = 'changed'
                    else: meddle(value[key], depth + 1)
            elif isinstance(value, set): value.add(99)
            elif callable(value):
                try: value(*[1] * rng.choice([0, 1, 2]))
                except Exception: pass
            elif hasattr(value, '__dict__') and vars(value):
                name = rng.choice(list(vars(value)))
                if rng.random() < .5: setattr(value, name, 'changed')
                else: meddle(vars(value)[name], depth + 1)
        def opaque(*values):
            for value in values: meddle(value)
            return rng.choice([0, 1, 2, 3, 'x', '', None, True, False])
        module = types.ModuleType('harness'); module.probe = probe; module.opaque = opaque
        sys.modules['harness'] = module
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.5, 0.5)
        running = True
        try:
            try: exec(compile(source, 'program', 'exec'), {'__name__': '__main__'})
            except (SyntaxError, MemoryError, TimeoutError): raise
            except Exception as error:
                if '--why' in sys.argv: print(type(error), error, file=sys.stderr)
            running = False
            line = json.dumps(found)
        except BaseException as error:
            running = False
            if '--why' in sys.argv: print(type(error), error, file=sys.stderr)
            line = 'null'
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        with os.fdopen(writing, 'w') as answer: answer.write(line)
        os._exit(0)
main()
`;

import { keyOf, type Span } from "../notebook/span.js";
import { Budget } from "../python/budget.js";
import type { ShellRecordAt, WrittenRecord } from "../python/record.js";
import type { Run } from "../python/run-notebook.js";
import { ReadLog } from "../python/segment.js";
import { presentCommand, presentRecord } from "../python/present.js";
import type { WrittenSpan } from "../python/text-version.js";
import type { Moves } from "../requests/moves.js";
import type { ClientId, JobRequest, MadeObject } from "../requests/request.js";
import { sameItems } from "../same-items.js";
import { clientType } from "./boto3/sessions.js";
import { dialects } from "./index.js";
import { KnownReadings } from "./known-readings.js";

export interface ReadNotebook {
  /** All requests of the notebook, in its order. */
  readonly requests: readonly JobRequest[];
  /** The objects that can send requests and are shown at none: an estimator that a tuner was given. In the notebook's order. */
  readonly objects: readonly MadeObject[];
}

/** Reads what a run would ask SageMaker for, and remembers it: what was read of the same calls has at most moved. */
export class RequestReader {
  private last: readonly Reading[] = [];
  private readonly known = groups.map(() => new KnownReadings());

  /** @param moves From the run that was read last to this one; undefined: nothing of it can be used. */
  read(run: Run, moves: Moves | undefined): ReadNotebook {
    this.last = groups.map((group, index) => {
      const last = moves && this.last[index];
      const known = this.known[index] ?? new KnownReadings();
      const records = run.records.filter(group.isRead);
      const commands = group.readsCommands ? run.commands : [];
      const isSame =
        last &&
        sameItems(records, last.records) &&
        sameItems(commands, last.commands) &&
        last.reads.holdsIn(run.state);
      if (isSame) {
        known.follow(moves);
        return {
          ...last,
          requests: last.requests.map((one) => moves.ofRequest(one)),
          objects: moves.of(last.objects),
        };
      }
      const reads = new ReadLog(run.state, new Budget(Number.POSITIVE_INFINITY));
      const calls = records.map(presentRecord);
      known.begin(records, calls, moves);
      const outcome = { commands: commands.map(presentCommand), state: reads, known };
      const all = group.clients.flatMap((client) => dialects.get(client) ?? []);
      return {
        records,
        commands,
        reads,
        requests: all.flatMap((dialect) => dialect.read(calls, outcome)),
        objects: all.flatMap((dialect) => dialect.objects?.(calls) ?? []),
      };
    });
    const requests = this.last.flatMap((one) => one.requests).sort(inOrder);
    return {
      requests,
      objects: withoutShown(
        this.last.flatMap(({ objects }) => objects),
        requests,
      ),
    };
  }
}

/** What the dialects of one group made of what they look at. */
interface Reading {
  readonly records: readonly WrittenRecord[];
  readonly commands: readonly ShellRecordAt<WrittenSpan>[];
  readonly reads: ReadLog;
  readonly requests: readonly JobRequest[];
  readonly objects: readonly MadeObject[];
}

/** Dialects that look at the same calls. */
interface Group {
  readonly clients: readonly ClientId[];
  readonly isRead: (record: WrittenRecord) => boolean;
  readonly readsCommands: boolean;
}

const groups: readonly Group[] = [
  {
    clients: [...dialects.keys()].filter((client) => client !== "boto3" && client !== "aws-cli"),
    isRead: (record) => !isOfBoto3(record),
    readsCommands: false,
  },
  { clients: ["boto3"], isRead: isOfBoto3, readsCommands: false },
  { clients: ["aws-cli"], isRead: () => false, readsCommands: true },
];

/** A method of a client was called: nothing but a dialect of clients looks at that. */
function isOfBoto3({ kind, type }: WrittenRecord): boolean {
  return kind === "invocation" && type.startsWith(clientType);
}

function withoutShown(
  objects: readonly MadeObject[],
  requests: readonly JobRequest[],
): readonly MadeObject[] {
  const shown = new Set(requests.map(({ span }) => keyOf(span)));
  const others = new Map<string, MadeObject>();
  for (const made of objects) if (!shown.has(keyOf(made.span))) others.set(keyOf(made.span), made);
  return [...others.values()].sort(inOrder);
}

function inOrder(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.cell - b.span.cell || a.span.from - b.span.from;
}

import type { Span } from "../notebook/span.js";
import type { ArgumentAt, CallSiteAt } from "./call-site.js";
import {
  marksOf,
  type CallRecordAt,
  type FileContentAt,
  type FrozenArgumentsAt,
  type ShellPieceAt,
  type ShellRecordAt,
} from "./record.js";
import { presentSpan, type TextVersion, type WrittenSpan } from "./text-version.js";
import type { FilePlace, ValueAt } from "./value.js";

/** A call with all its places as they are now. The same object as long as none of them moves. */
export function presentRecord(record: CallRecordAt<WrittenSpan>): CallRecordAt<Span> {
  return remembered(record, (presenter) => presenter.record(record));
}

/** The same for a command. */
export function presentCommand(command: ShellRecordAt<WrittenSpan>): ShellRecordAt<Span> {
  return remembered(command, (presenter) => presenter.command(command));
}

export function presentValue(value: ValueAt<WrittenSpan>): ValueAt<Span> {
  return new Presenter().value(value);
}

const presented = new WeakMap<object, { now: unknown; versions: ReadonlySet<TextVersion> }>();

function remembered<Now>(record: object, present: (presenter: Presenter) => Now): Now {
  const known = presented.get(record);
  if (known && [...known.versions].every((version) => version.isLatest)) return known.now as Now;
  const presenter = new Presenter();
  const now = present(presenter);
  presented.set(record, { now, versions: presenter.versions });
  return now;
}

function readOf({ read }: { readonly read?: FilePlace }): { readonly read?: FilePlace } {
  return read ? { read } : {};
}

/** Carries all places of plain data to the present texts. An argument stands in several places of a record. */
class Presenter {
  /** The texts that the places are in now. */
  readonly versions = new Set<TextVersion>();
  private last: TextVersion | undefined;
  private readonly values = new Map<ValueAt<WrittenSpan>, ValueAt<Span>>();

  record(record: CallRecordAt<WrittenSpan>): CallRecordAt<Span> {
    const site = this.site(record.site);
    const given = this.arguments(record.arguments);
    if (record.kind === "construction") {
      const { kind, type, id } = record;
      const inner = record.inner ? { inner: this.site(record.inner) } : {};
      return { kind, type, id, site, self: this.value(record.self), arguments: given, ...inner };
    }
    const { kind, type, method } = record;
    const self = record.self ? { self: this.value(record.self) } : {};
    return { kind, type, method, site, arguments: given, ...marksOf(record), ...self };
  }

  command(command: ShellRecordAt<WrittenSpan>): ShellRecordAt<Span> {
    const { list, ...rest } = command;
    return {
      ...rest,
      span: this.span(command.span),
      pieces: command.pieces.map((piece) => this.piece(piece)),
      arguments: command.arguments.map((piece) => this.piece(piece)),
      environment: this.entries(command.environment),
      ...(list ? { list: this.span(list) } : {}),
      files: new Map([...command.files].map(([path, content]) => [path, this.content(content)])),
    };
  }

  value(value: ValueAt<WrittenSpan>): ValueAt<Span> {
    if (value.kind === "constant") {
      const { data, read } = value;
      const span = value.span && this.span(value.span);
      if (read) return span ? { kind: "constant", data, span, read } : { kind: "constant", data, read };
      return span ? { kind: "constant", data, span } : { kind: "constant", data };
    }
    const known = this.values.get(value);
    if (known) return known;
    const now = this.larger(value);
    this.values.set(value, now);
    return now;
  }

  private larger(value: Exclude<ValueAt<WrittenSpan>, { kind: "constant" }>): ValueAt<Span> {
    const at = value.span ? { span: this.span(value.span) } : {};
    switch (value.kind) {
      case "list":
      case "tuple":
      case "set": {
        const items = value.items.map((item) => this.value(item));
        return { kind: value.kind, items, open: value.open, ...at, ...readOf(value) };
      }
      case "dict": {
        const entries = this.entries(value.entries);
        const keys = value.keys ? { keys: this.places(value.keys) } : {};
        return { kind: "dict", entries, open: value.open, ...keys, ...at, ...readOf(value) };
      }
      case "object": {
        const { type, members, open } = value;
        return { kind: "object", type, members: this.entries(members), ...(open ? { open } : {}), ...at };
      }
      case "either":
        return { kind: "either", values: value.values.map((one) => this.value(one)), ...at };
      case "absent":
        return { kind: "absent", ...at };
      case "unknown": {
        const { why, pattern, path, isOfClass } = value;
        const known = {
          ...(pattern ? { pattern } : {}),
          ...(path === undefined ? {} : { path }),
          ...(isOfClass ? { isOfClass } : {}),
        };
        return { kind: "unknown", why, ...at, ...known };
      }
    }
  }

  private site(site: CallSiteAt<WrittenSpan>): CallSiteAt<Span> {
    return {
      ...site,
      span: this.span(site.span),
      nameSpan: this.span(site.nameSpan),
      parentheses: this.span(site.parentheses),
      arguments: site.arguments.map((argument) => this.argument(argument)),
    };
  }

  private argument(argument: ArgumentAt<WrittenSpan>): ArgumentAt<Span> {
    return {
      ...argument,
      span: this.span(argument.span),
      value: this.value(argument.value),
      valueSpan: this.span(argument.valueSpan),
    };
  }

  private arguments(given: FrozenArgumentsAt<WrittenSpan>): FrozenArgumentsAt<Span> {
    return {
      ...given,
      positional: given.positional.map((value) => this.value(value)),
      keywords: this.entries(given.keywords),
    };
  }

  private piece(piece: ShellPieceAt<WrittenSpan>): ShellPieceAt<Span> {
    const span = this.span(piece.span);
    return "text" in piece ? { text: piece.text, span } : { value: this.value(piece.value), span };
  }

  private content(content: FileContentAt<WrittenSpan>): FileContentAt<Span> {
    if ("value" in content) return { value: this.value(content.value) };
    return {
      text: content.text,
      file: content.file,
      ...(content.span ? { span: this.span(content.span) } : {}),
    };
  }

  private entries(entries: ReadonlyMap<string, ValueAt<WrittenSpan>>): Map<string, ValueAt<Span>> {
    const now = new Map<string, ValueAt<Span>>();
    entries.forEach((value, name) => now.set(name, this.value(value)));
    return now;
  }

  private places(places: ReadonlyMap<string, WrittenSpan>): Map<string, Span> {
    const now = new Map<string, Span>();
    places.forEach((place, name) => now.set(name, this.span(place)));
    return now;
  }

  private span(written: WrittenSpan): Span {
    // One after the other they are of the same text
    if (written.version !== this.last) {
      this.last = written.version;
      this.versions.add(written.version.latest);
    }
    return presentSpan(written);
  }
}

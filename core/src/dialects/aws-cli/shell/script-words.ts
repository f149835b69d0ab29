import {
  expandWord,
  mostAlternatives,
  unknownField,
  type Expansions,
  type Field,
  type Text,
} from "./expand-word.js";
import type { ShellState } from "./shell-state.js";
import type { Word, WordPart } from "./syntax.js";

/** Words of one command that are followed; what comes then may be any number of them. */
const mostFields = 10_000;

/** Steps of comparing values with patterns, in the whole script. */
const mostSteps = 500_000;

/** What the words of a script are, in each of the ways that variables may be. */
export class ScriptWords {
  /** What commands print whose output a word takes. */
  readonly printed = new Map<WordPart, Text>();
  private readonly steps = { left: mostSteps };

  constructor(private readonly expandsBraces: boolean) {}

  /** Of a word that is not split, as in an assignment. */
  one(word: Word, state: ShellState): readonly Text[] {
    // Nothing is split; parts that are known by themselves stay the same
    const whole = word.parts.map(asOne);
    const printed = new Map(
      word.parts.flatMap((part, index) => {
        const [text, now] = [this.printed.get(part), whole[index]];
        return text && now ? [[now, text] as const] : [];
      }),
    );
    return expandWord({ ...word, parts: whole }, state.variables, true, {
      ...this.expansions(state),
      printed,
    }).map(([field]) => field ?? { text: "", at: [] });
  }

  expansions({ arrays, maps }: ShellState): Expansions {
    return { arrays, maps, printed: this.printed, steps: this.steps };
  }

  /** Of a command. */
  all(words: readonly Word[], state: ShellState): readonly (readonly Field[])[] {
    let lines: Field[][] = [[]];
    for (const word of words) {
      if (lines.some(({ length }) => length > mostFields)) {
        for (const line of lines) line.push(unknownField(word));
        break;
      }
      const expanded = expandWord(word, state.variables, this.expandsBraces, this.expansions(state));
      const [only, other] = expanded;
      if (only && other === undefined) for (const line of lines) line.push(...only);
      else if (lines.length * expanded.length <= mostAlternatives)
        lines = lines.flatMap((line) => expanded.map((fields) => [...line, ...fields]));
      else for (const line of lines) line.push(unknownField(word));
    }
    return lines;
  }
}

function asOne(part: WordPart): WordPart {
  if (part.kind === "items" && part.which === "@") return { ...part, which: "*", quoted: true };
  if (part.kind === "items" && part.which === "keys") return { ...part, isWhole: true, quoted: true };
  if (part.kind !== "variable" || !part.orElse) return part.quoted ? part : { ...part, quoted: true };
  const { words, ...orElse } = part.orElse;
  const [only, ...others] = words ?? [];
  // Blanks between several stay as they are
  const whole = others.length === 0 && words && (only ? [{ ...only, parts: only.parts.map(asOne) }] : []);
  return { ...part, quoted: true, orElse: { ...orElse, ...(whole ? { words: whole } : {}) } };
}

import assert from "node:assert/strict";
import { unknownText } from "../../../../core/src/dialects/aws-cli/shell/parse-script.js";
import { runScript } from "../../../../core/src/dialects/aws-cli/shell/run-script.js";

/** What `p` is called with, one text for each way; `?` is what only a run can tell. */
const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "words and quotes": [`p a 'b c' "d e" f\\ g ""`, ["p|a|b c|d e|f g|"]],
  "adjacent quotes": [`p a'b'"c"d`, ["p|abcd"]],
  "a continuation": ["p a \\\n  b\\\nc", ["p|a|bc"]],
  "escapes in double quotes": ['p "a\\"b\\$c\\d"', ['p|a"b$c\\d']],
  "a comment": ["p a # b\n# p c", ["p|a"]],
  "a hash in a word": ["p a#b", ["p|a#b"]],
  "several commands": ["p a; p b && p c || p d", ["p|a", "p|b", "p|c", "p|d"]],
  "a pipe and a background": ["q | p a & p b", ["p|a", "p|b"]],
  "a variable": ["X=a; p $X ${X}b '$X' \"$X c\"", ["p|a|ab|$X|a c"]],
  "a variable that splits": ['X="a b"; p $X "$X"', ["p|a|b|a b"]],
  "an empty variable": ['X=; p $X "$X" a', ["p||a"]],
  "a variable that nobody set": ['p "$HOME/x"', ["p|?/x"]],
  "a default": ["X=a; p ${X:-b} ${Y:-c}", ["p|a|?"]],
  "a default of what is empty": ['X=; p "${X:-b}" "${X-c}" ${X:+d} "${X+e}"', ["p|b||e"]],
  "a default of what is not set": ['unset X; p "${X:-b}" "${X-c}" "${X+e}"', ["p|b|c|"]],
  "a default of several words": [
    'X=; Y=1; p ${X:-a \'b c\'} ${Y:+--n "$Y"} "${X:-d e}"',
    ["p|a|b c|--n|1|d e"],
  ],
  "a default that differs by branch": ["X=a; if q; then X=; fi; p ${X:-b}", ["p|b", "p|a"]],
  "a default of an argument": ['f() { p "${1:-a}" "${2:-b}"; }; f c', ["p|c|b"]],
  "a default that is assigned": [': "${X:=a}"; X=; p ${X:=b}; p "$X"', ["p|b", "p|b"]],
  "a default that another word sees": ['X=; p ${X:=b} "$X"', ["p|?|?"]],
  "a default in an assignment": ["X=; Y=${X:-a}b; p $Y", ["p|ab"]],
  "what is cut from a variable": [
    'X=s3://b/c.tar.gz; Y=.; p ${X##*/} ${X#*//} "${X%%$Y*}" ${X%.*} "${X%"*"}" ${X%[0-9z]}',
    ["p|c.tar.gz|b/c.tar.gz|s3://b/c|s3://b/c.tar|s3://b/c.tar.gz|s3://b/c.tar.g"],
  ],
  "what is put in the place of something": [
    'X=a.b/c-d; p ${X/./} "${X//[.\\/]/ x}" ${X/#a/z} ${X/%d/} ${X//[^a-zA-Z]/_} ${X/q} "${X/#/1-}"',
    ["p|ab/c-d|a xb xc-d|z.b/c-d|a.b/c-|a_b_c_d|a.b/c-d|1-a.b/c-d"],
  ],
  "a part of a variable": [
    'X=abcdef; n=2; p ${X:0:1} ${X:n} "${X: -2}" ${X:1:-1} ${X:(-3):2} "${X:9}" ${#X}',
    ["p|a|cdef|ef|bcde|de||6"],
  ],
  "letters made large and small": ["X=aB; p ${X^^} ${X,,} ${X^} ${X,}", ["p|AB|ab|AB|aB"]],
  "a variable that another one names": ["X=a; Y=X; p ${!Y} ${!Z}", ["p|a|?"]],
  "what is made of what is not known": [
    'X=$(q); p "${X%a}" ${#X} "${X:1}"; Y=é; p ${#Y} "${Y:0:1}" "${X/a/b}"; Z=a; p ${Z/a/&b} ${Z%[a-b]} ${Z@Q} ${Z//}',
    ["p|?|?|?", "p|?|?|?", "p|?|?|?|?"],
  ],
  "patterns with quotes and braces": [
    `X='a}b*'; p "\${X%'}b*'}" "\${X%"}b*"}" "\${X%\\*}" "\${X#*\\}}"`,
    ["p|a|a|a}b|b*"],
  ],
  "the output of a command": ["p $(p a `p b`)", ["p|b", "p|a|?", "p|?"]],
  branches: ["if q; then X=a; else X=b; fi; p $X", ["p|a", "p|b"]],
  "a branch that may not be taken": ["X=a; q || X=b; p $X", ["p|b", "p|a"]],
  "a condition that may fail": ['X=b; [ -f q ] && X=a; p "$X"', ["p|a", "p|b"]],
  "what is empty until it is set": [
    'X=""; if q; then X=a; fi; p "$X" "${X:-b}"',
    ["p|a|a", "p|a|b", "p|?|a", "p|?|b"],
  ],
  "what is left out on one way": [
    `X=""; Y=""; if q; then X="--n a"; Y='"n": 1,'; fi; p $X "{$Y}"`,
    ['p|--n|a|{"n": 1,}', "p|--n|a|{}", 'p|{"n": 1,}', "p|{}"],
  ],
  "a test that may fail": ["X=a; [[ -f $X ]] && X=c; ((X > 1)) || X=d; p $X", ["p|d", "p|c", "p|a"]],
  "what follows what succeeds": ["X=a; q && X=b && p $X; Y=c && p $X $Y", ["p|b", "p|b|c", "p|a|c"]],
  "an end that is not taken": ["X=a; q || exit 1; X=b; p $X", ["p|b"]],
  "an end that is taken where a command succeeds": ["X=a; q && X=b && exit; p $X", ["p|a"]],
  "what a condition sets": ["X=a; if X=b; q; then exit; fi; p $X", ["p|b"]],
  "what an earlier condition sets": [
    "X=a; if X=b; q; then p 1; elif r; then p $X; else p $X; fi",
    ["p|1", "p|b", "p|b"],
  ],
  "a case": ["case $1 in a|b) X=a;; *) X=b;; esac; p $X", ["p|a", "p|b"]],
  "a loop over words": ["for x in a b; do p $x; done", ["p|a", "p|b"]],
  "a loop over what is not known": ["for x in $(ls); do p $x; done", ["p|?"]],
  "a value that grows in a loop": [
    "X=a; for i in 1 2; do X=$X,b; done; p $X",
    ["p|a,b", "p|?,b", "p|a", "p|?"],
  ],
  "a while loop": ["while read x; do p $x; done < f", ["p|?"]],
  "a subshell": ["X=a; (X=b; p $X); p $X", ["p|b", "p|a"]],
  "a group": ["{ X=a; }; p $X", ["p|a"]],
  "a function": ["X=a; f() { p $1 $X; }; f b", ["p|b|a"]],
  "a function that nothing calls": ["X=a; f() { p $1 $X; }", ["p|?|?"]],
  "a function with its own variables": ["X=a; f() { local X=b; p $X; }; f; p $X", ["p|b", "p|a"]],
  "a function that is left early": ["f() { if q; then X=a; return; fi; X=b; }; f; p $X", ["p|b", "p|a"]],
  "a function that calls itself": ["f() { p $1; f $1x; }; f a", ["p|a", "p|?"]],
  "a function that a loop calls": ["X=a; f() { X=b; }; for i in 1 2; do p $X; f; done", ["p|a", "p|?"]],
  "some items": [
    'X=(a b c); p "${X[@]:1}" "${X[@]:0:1}" d; p "${!X[@]}" "${X[-1]}"; i=1; p "${X[i + 1]}" "${X[$i]}" "${X[@]: -1}"',
    ["p|b|c|a|d", "p|0|1|2|c", "p|c|b|c"],
  ],
  "some arguments": [
    'f() { p "${@:2}"; p "${@:1:1}" "${@: -1}"; p "${@:0}"; }; f a b c',
    ["p|b|c", "p|a|c", "p|?"],
  ],
  "what is made of each item": [
    'X=(a.x "b c.x"); p "${X[@]%.x}" "${X[*]/#/-}" "${#X[1]}" "${X[0]^}"',
    ["p|a|b c|-a.x -b c.x|5|A.x"],
  ],
  "all arguments": ['f() { p "$@" $#; shift; p "$*"; }; f a "b c"', ["p|a|b c|2", "p|b c"]],
  "arguments that are not known": ['f() { p "$@"; }; f $(q)', ["p|?"]],
  "items of arrays": ['X=(a "b c"); X+=(d); p "${X[@]}" ${#X[@]} "${X[1]}"', ["p|a|b c|d|3|b c"]],
  "items of an array in one text": ['X=(a b); Y=$(IFS=,; echo "${X[*]}"); p $Y', ["p|a,b"]],
  "an array that differs by branch": ['X=(a); if q; then X+=(b c); fi; p "${X[@]}"', ["p|a|b|c", "p|a"]],
  "an array of which an item is taken away": ['X=(a b); unset "X[0]"; p "${X[@]}"', ["p|?"]],
  "the number of arguments by branch": ['f() { if q; then shift $n; fi; p "$1"; }; f a', ["p|?", "p|a"]],
  "words that end otherwise": ["IFS=,; X=a,b; p $X", ["p|?"]],
  "what commands print": ['p $(echo a) "$(printf \'%s-%s\' b c)" "$(cat <<< d)"', ["p|a|b-c|d"]],
  "JSON that jq makes": [
    `X=a; p "$(jq -nc --arg x "$X" --arg y 'b"c' '{N: $x, $y, "L": [$x, "d", 1], o: {}, "t": true}')"`,
    [String.raw`p|{"N":"a","y":"b\"c","L":["a","d",1],"o":{},"t":true}`],
  ],
  "JSON that jq makes in several lines": [
    `p "$(jq -n '{a: [1, {b: null}], c: []}')"`,
    [`p|{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": []\n}`],
  ],
  "what jq makes otherwise": [
    `p "$(jq -n '{a: .b}')" "$(jq -r .a f)" "$(jq -n --arg x 1 '$y')" "$(jq -n '[1 + 2]')" "$(jq '{}')" "$(jq -n --argjson x 1 '[$x]')"`,
    ["p|?|?|?|?|?|?"],
  ],
  "a text that goes on": ["X=a; X+=b; p $X", ["p|ab"]],
  "a function that sets a variable": ["f() { X=b; }; X=a; f; p $X", ["p|b"]],
  "variables of one call": [
    'X=a; f() { p $X $Y; unset X; Y=c; }; X=b Y="$X" f; p "$X" $Y',
    ["p|b|b", "p|a|?"],
  ],
  "a word list of one command in a loop": [
    "for i in a b; do IFS=, read Y Z <<< c; X='d e'; p $X; done",
    ["p|d|e"],
  ],
  "commands in an item": ["X[1]=$(p a)", ["p|a"]],
  "variables of one command": ["X=a p b; p $X", ["p|b", "p|?"]],
  "options of programs before the program": [
    "env -u X A=b p a; sudo -u me -E nice -n 5 p b; sudo --user=me p c; time",
    ["p|a", "p|b", "p|c"],
  ],
  "programs before the program": ["sudo -E env A=b time p a", ["p|a"]],
  exports: ["export X=a Y='b c'; p $X \"$Y\"", ["p|a|b c"]],
  "an array": ["X=(a b); p ${X[0]} $X", ["p|a|a"]],
  "what may set any variable": ["X=a; source f; p $X", ["p|?"]],
  "a function that such a file may have": ["X=a; source f; X=b; p $X; set_x; p $X", ["p|b", "p|?"]],
  "a program after such a file": ["source f; X=b; jq . g; ./h; p $X", ["p|b"]],
  "what such a function prints": ["source f; X=b; log_info c; print_step d; p $X", ["p|b"]],
  "a program that no file may have": ["X=a; set_x; p $X", ["p|a"]],
  "what is read": ["read X; p $X", ["p|?"]],
  "words that are read": ['read -r X Y Z <<< " a  b c  d "; p "$X" "$Y" "$Z"', ["p|a|b|c  d"]],
  "fewer words than names": ['Y=1; read X Y <<< a; p "$X" "${Y-c}"', ["p|a|"]],
  "words that end otherwise are read": ['IFS=, read -r X Y <<< "a,b c,d"; p "$X" "$Y"', ["p|a|b c,d"]],
  "an array that is read": [
    "IFS=, read -ra X <<< 'a,,b c'; p \"${X[@]}\"; readarray -t X <<< $'a'; p ${X[0]}",
    ["p|a||b c", "p|a"],
  ],
  "a here-document that is read": ["read -r -d '' X <<E\na\n b\nE\np \"$X\"", ["p|a\n b"]],
  "what is not read so": [
    "read X <<< 'a\\b'; p $X; IFS=', ' read X <<< a; p $X; read -n 1 X <<< a; p $X; IFS=, read X <<< a,; p $X",
    ["p|?", "p|?", "p|?", "p|?"],
  ],
  "what is read in a loop": ["while read X Y; do p $X; done <<< 'a b'; p $X", ["p|?", "p|?"]],
  "arrays with keys": [
    'declare -A X=([a]=1 ["b c"]="2 3"); X[d]=$((1 + 1)); k="b c"; p "${X[a]}" "${X[$k]}" ${X[d]} "${X[e]}" ${#X[@]} "${X[@]}"',
    ["p|1|2 3|2||3|?"],
  ],
  "an item that is set": [
    'X=(a b); X[1]=c; X[2]+=d; X[9]=e; p "${X[@]}"; X=(a); X[1]=b; p "${X[@]}"',
    ["p|?", "p|a|b"],
  ],
  "arrays that are declared": [
    'f() { local -a X=(a "b c"); local Y=$1; p "${X[@]}" "$Y"; }; f "d e"',
    ["p|a|b c|d e"],
  ],
  "what is declared as a number": [
    "declare -i X=1; X=2+3; p $X; readonly Y=a; p $Y; Y=b; p $Y",
    ["p|?", "p|a", "p|?"],
  ],
  "what branches export": ["if q; then X=a; else X=b; fi; export Y=$X; p $Y", ["p|a", "p|b"]],
  "arguments that are set": [
    'set -e -o pipefail; set -- a "b c"; p "$@" $# "$2"; set -x; p $1',
    ["p|a|b c|2|b c", "p|a"],
  ],
  "a text that is formatted": [
    `printf -v X '%s-%03d' a 7; p "$X"; printf '%s' X > f; p "$X"; printf -v X %d 0x1; p $X`,
    ["p|a-007", "p|a-007", "p|?"],
  ],
  "what functions print": [
    `f() { local x=$1; echo "$x-b"; echo log >&2; }; g() { if q; then echo a; exit 1; fi; echo b; }; p "$(f a)" "$(f a | cat)" $(g) "$(f a > h)"`,
    ["p|a-b|a-b|?|"],
  ],
  "what groups print": [
    '{ echo a; cat <<< b; } > f; p "$(cat f)"; (echo c) >> f; p "$(< f)"',
    ["p|a\nb", "p|a\nb\nc"],
  ],
  "what is printed where nothing is known": ["p $(q; echo a) $(for i in 1 2; do echo $i; done)", ["p|?|?"]],
  "parts of paths": [
    'X=a/b.tar.gz; p "$(dirname $X)" "$(basename $X .tar.gz)" "$(dirname "$Y")" "$(dirname a)" "$(basename "$Y/c")"',
    ["p|a|b|?|.|c"],
  ],
  "files of other folders": [
    'echo a > f; mkdir -p d; cd d; echo b > f; p "$(cat f)" "$(cat ../f)"; cd ..; p "$(cat f)" "$(cat d/f)"; cd $X; p "$(cat f)"',
    ["p|b|a", "p|a|b", "p|?"],
  ],
  "files by the folder where it begins": [
    'X=$(pwd); echo a > f; (cd d && p "$(cat "$X/f")" "$(cat $PWD/f)"); p "$(cat $X/f)"',
    ["p|a|?", "p|a"],
  ],
  "folders that are gone back to": [
    'echo a > f; cd d; echo b > f; cd -; p "$(cat f)"; cd -; p "$(cat f)"; pushd e; cd g; popd; p "$(cat f)"; popd; p "$(cat f)"',
    ["p|a", "p|b", "p|b", "p|?"],
  ],
  "files that have a name of their own": [
    'T=$(mktemp); D=$(mktemp -d); echo a > $T; echo b > "$D/f"; p "$(cat "$T")" "$(cat $D/f)" "$(cat "$D/g")"; T=$(mktemp); p "$(cat $T)" $D',
    ["p|a|b|?", "p|?|?"],
  ],
  "a file that is taken in": [
    "echo 'X=a; p $X $1' > f; source ./f; p $X; . g; p $X",
    ["p|a|?", "p|a", "p|?"],
  ],
  "a case that is known": [
    "X=ml.p4d; case $X in ml.c*|ml.m*) p a ;; *.p4d) p b ;; *) p c ;; esac; case $Y in a) p d ;; esac",
    ["p|b", "p|d"],
  ],
  "conditions that are known": [
    'X=a; if [ -z "$X" ]; then p 1; elif [[ $X == [ab] && ! -n "" ]]; then p 2; else p 3; fi; [ $X = b ] || p 4; [[ $X != a ]] && p 5; ((1 > 2)) || p 6; ! [ 2 -gt 1 ] || p 7',
    ["p|2", "p|4", "p|6", "p|7"],
  ],
  "conditions that are not known": [
    'if [ -f a ]; then p 1; else p 2; fi; [ -z "$X" ] && p 3; [[ a =~ b ]] || p 4',
    ["p|1", "p|2", "p|3", "p|4"],
  ],
  "a function that only what is not run calls": ["f() { p; }; if [ a = b ]; then f; fi", []],
  "what rounds change": [
    'echo a > f; set -- a; for i in 1 2; do p "$(cat f)" "$1" "$X"; echo b > f; shift; eval "X=$i"; done; X=a',
    ["p|?|?|?"],
  ],
  "a file of errors": ['echo a > f; echo b 2> f; p "$(cat f)"', ["p|?"]],
  "the end": ["p a; exit 1; p b", ["p|a"]],
  redirections: ["p a > f 2>&1 b < g", ["p|a|b"]],
  "what the author has to fill in": ["p <name> a=<x-1>,<x-2>", ["p|<name>|a=<x-1>,<x-2>"]],
  "redirections without blanks": ["p a <in>out", ["p|a"]],
  "a here-document": ["p <<EOF\np x\nEOF\np b", ["p", "p|b"]],
  "a here-document with tabs": ["p <<-'EOF'\n\tp $x\n\tEOF\np b", ["p", "p|b"]],
  braces: ["p a{b,c}d '{b,c}'", ["p|abd|acd|{b,c}"]],
  "braces in braces": ["p a{b,{c,d}e,}f", ["p|abf|acef|adef|af"]],
  "several braces": ["p {a,b}{c,d}", ["p|ac|ad|bc|bd"]],
  "braces with quotes": [`p {"a":["b"],"c":"d,e"} {f","g}`, ["p|a:[b]|c:d,e|{f,g}"]],
  "braces with variables": ["X=1; p {$X,${X}2}", ["p|1|12"]],
  "braces that nothing is made of": ["p {} {a} {a,b {a{b,c}}", ["p|{}|{a}|{a,b|{ab}|{ac}"]],
  "a sequence": ["p {1..3}", ["p|?"]],
  arithmetic: ["p $((1 + 2 * (7 % 4))); ((x++)); p b", ["p|7", "p|b"]],
  "arithmetic with variables": ["X=2; Y=$((X * 3 - $X)); ((X += Y)); let Y=X/4; p $X $Y", ["p|6|1"]],
  "arithmetic that is not followed": ["X=08; p $((X)) $((1 << 2)) $((Y + 1)) $((1 / 0))", ["p|?|?|?|?"]],
  "a variable that arithmetic sets": [
    "X=1; ((X++)); p $X; X=1; p $((X++)) $X; let X+=1; p $X; for ((X = 0; X < 2; X++)); do p $X; done; p $X",
    ["p|?", "p|?|?", "p|?", "p|?", "p|?"],
  ],
  "commands of a text": ["X=a; C='p $X'; eval $C b; eval \"X=c\"; p $X", ["p|a|b", "p|c"]],
  "commands of a text that is not known": ["X=a; eval $(q); p $X", ["p|?"]],
  "commands of a text that differs by branch": [
    "C=; q && C=' -x'; eval p $C; eval \"p$C\"",
    ["p|-x", "p", "p|-x", "p"],
  ],
  "commands for another shell": [
    'X=a; bash -c "p $X"; export X; sh -c "p \\$X b"; bash -c "p $(q)"',
    ["p|a", "p|a|b", "p|?"],
  ],
  "commands for later": ["X=a; trap 'p $X' EXIT; trap - INT", ["p|?"]],
  tests: ["[[ -n $X && $Y ]] && p a; [ -f x ] || p b", ["p|a", "p|b"]],
  "quotes with a dollar": ["p $'a' $'a\\n' $\"b\"", ["p|a|?|b"]],
  "process substitution": ["p <(q a) b", ["p|?|b"]],
  "what is not closed": ["p 'a", ["p|?|--?"]],
  "what is not closed behind other words": ["p a\np b 'c d\np e", ["p|a", "p|b|?|--?"]],
  "what is not closed in double quotes": ['p a; p b "c d\np e', ["p|a", "p|b|?|--?"]],
  "quotes in comments, documents and other quotes": [
    "p a # it's\np \"it's\" 'a\"b' \\'\np <<E\nit's \"\nE\np \"$(cat <<E\nit's\nE\n)\" b $'it\\'s'",
    ["p|a", "p|it's|a\"b|'", "p", "p|it's|b|?"],
  ],
  "CR LF": ["p a \\\r\n b\r\np c\r\n", ["p|a|b", "p|c"]],
};

describe("runScript", () => {
  for (const [name, [text, expected]] of Object.entries(cases))
    it(name, () => {
      const commands = runScript(text, new Map(), new Map(), (program) => program === "p");
      const lines = commands.flatMap(({ alternatives }) =>
        alternatives.map((fields) => fields.map((field) => field.text).join("|")),
      );
      assert.deepEqual(
        lines.map((line) => line.replaceAll(unknownText, "?")),
        expected,
      );
    });

  it("tells where each character is written", () => {
    const text = `X='sub-1'\np --a="$X,b"`;
    const [command] = runScript(text, new Map(), new Map(), (program) => program === "p");
    const field = command?.alternatives[0]?.[1];
    assert.equal(field?.at.map((at) => text[at]).join(""), field?.text);
  });

  it("follows long chains, and texts in texts", () => {
    const long = "p && ".repeat(50_000);
    for (const text of [
      `${long}p`,
      `f() { p; }; for i in a; do ${long}f; done`,
      `eval 'p '"${long.slice(0, 9000)}p"`,
    ])
      assert.ok(runScript(text, new Map(), new Map(), (program) => program === "p").length > 1000);
    const own = `X='p; eval "$X"'; eval "$X"`;
    assert.ok(runScript(own, new Map(), new Map(), (program) => program === "p").length > 1);
  });

  it("never throws, and takes time in proportion", function () {
    this.timeout(60_000);
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
    const parts = [
      "p",
      " ",
      "\n",
      "'",
      '"',
      "$(",
      ")",
      "`",
      "${X",
      "}",
      "{",
      "<<EOF\n",
      "EOF\n",
      "if ",
      "then ",
      "fi",
      "for x in ",
      "do ",
      "done",
      "case ",
      "esac",
      ";;",
      "\\",
      "&&",
      "|",
      ";",
      "(",
      "X=",
      "$X",
      "#",
      "=",
      "[[",
      "((",
      "function ",
      "\ud800",
      "é",
    ];
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: random(60) }, () => parts[random(parts.length)]).join("");
      runScript(text, new Map(), new Map(), () => true);
    }
    for (const part of ["$(", "(", "{ ", "`", "if q; then ", "a ", "'", "${", "<<E\n", "p $X\n"]) {
      const start = performance.now();
      runScript(part.repeat(40_000), new Map(), new Map(), () => true);
      assert.ok(performance.now() - start < 5000, part);
    }
  });

  // As bash was seen to do: what it reads before it runs any of it, and all after it, is not run
  const refused: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    "a parenthesis in a line": ["p a\np b (x)\np c", ["p|a", "! p|b|x"]],
    "a parenthesis in a word": ["p a; p b c(d) e\np c", ["! p|a", "! p|b|c|d|e"]],
    "a parenthesis in a loop": ["p a\nfor i in 1 2; do\np x\np b (y)\ndone", ["p|a", "! p|x", "! p|b|y"]],
    "an array that is declared": ["declare -a X=(a b); p a", ["p|a"]],
    "a subshell that is timed": ["time (p a); p b", ["p|a", "p|b"]],
    "a parenthesis in a substitution": ['p "$(p a (b))"; p c', ["! p|a|b", "! p|?", "! p|c"]],
    "a parenthesis in backticks": ["p a `p b (c)`\np d", ["! p|b|c", "p|a|?", "p|d"]],
    "a quoted parenthesis": ["p 'a(b)' \"c(d)\" e\\(f\\)", ["p|a(b)|c(d)|e(f)"]],
  };
  for (const [name, [text, expected]] of Object.entries(refused))
    it(`refuses ${name}`, () => {
      const commands = runScript(text, new Map(), new Map(), (program) => program === "p");
      const seen = commands.flatMap(({ alternatives, isRefused }) =>
        alternatives.map(
          (fields) =>
            (isRefused ? "! " : "") +
            fields.map((field) => field.text.replaceAll(unknownText, "?")).join("|"),
        ),
      );
      assert.deepEqual(seen, expected);
    });
});

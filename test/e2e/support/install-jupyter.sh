#!/usr/bin/env bash
# A real JupyterLab with what SageMaker's image has beside it, and our wheel, for the end-to-end tests.
#   install-jupyter.sh [WHEEL] [VERSION] [DIRECTORY]
# Idempotent: packages are installed once, the wheel again when it is newer. The last line printed is the directory.
# Versions: SageMaker Distribution 4.4.1 (aws/sagemaker-distribution, build_artifacts).
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
wheel=${1:-$(ls "$root"/jupyterlab-ext/dist/*.whl)}
version=${2:-4.5.10}
venv=${3:-$root/.cache/jupyterlab-$version-sagemaker}
pip=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet)

packages=("jupyterlab==$version" ipykernel 'boto3>=1.28')
lsp=(jupyterlab-lsp==5.0.3 python-lsp-server==1.15.0 pyflakes)
case $version in
  4.2.*) packages+=(notebook==7.2.2 "${lsp[@]}") ;;
  4.3.*) packages+=(notebook==7.3.3 "${lsp[@]}") ;;
  4.4.*) packages+=(notebook==7.4.7 "${lsp[@]}") ;;
  4.5.*) packages+=(notebook==7.5.7 jupyter-collaboration==4.4.2 jupyter_server_documents==0.3.3 "${lsp[@]}") ;;
  4.6.*) packages+=(notebook==7.6.5 jupyter-collaboration==5.0.4 jupyterlab-lsp==5.3.0 python-lsp-server==1.15.0 pyflakes) ;;
esac
if [ "$(cat "$venv/.packages" 2> /dev/null)" != "${packages[*]}" ]; then
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  "${pip[@]}" "${packages[@]}"
  echo "${packages[*]}" > "$venv/.packages"
fi
if [ ! "$venv/.wheel" -nt "$wheel" ]; then
  "${pip[@]}" --force-reinstall --no-deps "$wheel"
  touch "$venv/.wheel"
fi
echo "$venv"

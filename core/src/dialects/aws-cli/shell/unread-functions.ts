/**
 * Whether a command may be a function of a file that was taken in without being read: it may set any variable then. What
 * has the name of a program is one; what says by its name that it prints sets nothing that jobs are made of.
 */
export function maySetVariables(command: string): boolean {
  if (!/^[A-Za-z_][\w:-]*$/.test(command) || programs.has(command)) return false;
  const [first = ""] = command.replace(/^_+/, "").split(/[_:-]|(?<=[a-z])(?=[A-Z])/);
  return !printing.has(first.toLowerCase());
}

const programs = new Set(
  `alias apt apt-get awk aws base64 basename bash bc bg break brew builtin bzip2 cargo cat cd cdk chmod chown cksum clear cmp
  column comm command conda continue cp curl cut date dd declare df diff dirname disown dnf docker docker-compose du echo
  egrep eksctl enable env envsubst eval exec exit export expr false fg fgrep file find flock fold free gcc getopts git go
  gpg gradle grep groups gunzip gzip hash head helm hostname id install java jobs join jq jupyter kill killall kubectl less
  let ln local logger logout ls lsof make mamba mapfile md5sum mkdir mktemp more mount mv mvn nc nice nl node nohup nproc npm
  npx nvidia-smi od openssl paste patch pgrep ping pip pip3 pipenv pkill podman poetry popd printenv printf ps pushd pwd
  pytest python python3 R rclone read readarray readlink readonly realpath return rev rm rmdir Rscript rsync s3cmd sam scp
  screen sed select seq service set sh sha1sum sha256sum shasum shift shopt shuf sleep sort split ssh stat strings stty sudo
  sync systemctl tail tar tee terraform test time timeout tmux touch tput tr trap tree true truncate tsc type typeset ulimit
  umask umount unalias uname uniq unset unzip uptime uv vim virtualenv wait watch wc wget which who whoami xargs xxd yarn yes
  yq yum zcat zip zsh`.split(/\s+/),
);

const printing = new Set(
  `banner bold debug die display echo err error fail fatal green head header heading help info log message msg note notice ok
  print printf red say section separator show step success title trace usage warn warning yellow`.split(
    /\s+/,
  ),
);

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as send } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonPath } from "./sample-account.js";

/** The way out of a company's network: a proxy that opens what goes through it, and brings all of it to one account. */
export interface ConnectProxy {
  readonly url: string;
  /** What the proxy was asked for: `sts.us-east-1.amazonaws.com:443`. */
  readonly asked: readonly string[];
  /** The certificates that its clients have to trust. */
  readonly bundle: string;
  /** The account by TLS, past the proxy. */
  readonly direct: string;
  readonly stop: () => Promise<void>;
}

/** @param account The endpoint of a sample account. */
export async function startConnectProxy(account: string): Promise<ConnectProxy> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-proxy-"));
  const bundle = join(folder, "certificate.pem");
  const made = spawnSync(pythonPath(), ["-c", makeCertificate, folder], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`No certificate was made: ${made.stderr}`);
  const asked: string[] = [];
  const open = new Set<Socket>();
  const tls = createTlsServer(
    { cert: readFileSync(bundle), key: readFileSync(join(folder, "key.pem")) },
    (incoming, outgoing) => {
      const { method = "POST", url = "/", headers } = incoming;
      const passed = send(new URL(url, account), { method, headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      });
      passed.once("error", () => outgoing.destroy());
      incoming.pipe(passed);
    },
  );
  const port = await listen(tls);
  const proxy = createServer((client) => {
    open.add(client);
    client.on("error", () => client.destroy());
    client.once("data", (head) => {
      const [, target] = /^CONNECT (\S+) HTTP/.exec(head.toString()) ?? [];
      if (target === undefined) {
        client.end("HTTP/1.1 405 Method Not Allowed\r\n\r\n");
        return;
      }
      asked.push(target);
      const there = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        there.pipe(client).pipe(there);
      });
      there.on("error", () => client.destroy());
      open.add(there);
    });
  });
  return {
    url: `http://127.0.0.1:${await listen(proxy)}`,
    asked,
    bundle,
    direct: `https://localhost:${port}`,
    stop: async () => {
      for (const socket of open) socket.destroy();
      tls.closeAllConnections();
      await Promise.all([tls, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true });
    },
  };
}

async function listen(server: ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>) {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** With the library that moto has for AWS's own. */
const makeCertificate = `
import datetime, pathlib, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
folder = pathlib.Path(sys.argv[1])
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "proxy of a test")])
names = ["localhost", "*.amazonaws.com", "*.us-east-1.amazonaws.com"]
now = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder()
    .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
    .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName([x509.DNSName(one) for one in names]), critical=False)
    .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    .sign(key, hashes.SHA256())
)
(folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
(folder / "key.pem").write_bytes(key.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
`;

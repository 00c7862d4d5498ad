// node run.mjs CHROMIUM FOLDER STEM: runs FOLDER/STEM.js in a page; prints what
// the program wrote and ends with its exit code. A library is used by
// FOLDER/STEM.mjs, whose default export gives what is printed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

const [, , chromium, folder, stem] = process.argv;
const LIMIT = 90_000;

const uses = existsSync(join(folder, `${stem}.mjs`));
const program = `
  const { instantiate, WrcExit } = await import("./${stem}.js");
  const decoder = new TextDecoder();
  let text = "";
  const stdout = (data) => void (text += decoder.decode(data, { stream: true }));
  const { main } = await instantiate({ stdout });
  let code;
  try {
    code = main();
  } catch (error) {
    if (!(error instanceof WrcExit)) throw error;
    code = error.code;
  }
  await report({ text, code });`;
const library = `
  const { default: run } = await import("./${stem}.mjs");
  await report({ text: await run(), code: 0 });`;

const page = `<!doctype html><meta charset="utf-8"><title>${stem}</title><script type="module">
const report = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
try {${uses ? library : program}
} catch (error) {
  await report({ error: String(error) });
}
</script>`;

const types = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  if (request.method === "POST") {
    let body = "";
    request.on("data", (data) => void (body += data));
    request.on("end", () => {
      response.end();
      finish(JSON.parse(body));
    });
    return;
  }
  const name = basename(request.url);
  if (request.url === "/") {
    response.setHeader("content-type", "text/html").end(page);
    return;
  }
  try {
    const data = readFileSync(join(folder, name));
    response.setHeader("content-type", types[extname(name)] ?? "text/plain").end(data);
  } catch {
    response.writeHead(404).end();
  }
});

const profile = mkdtempSync(join(tmpdir(), "wrc-browser-"));
let browser;
let log = "";

function finish({ text = "", code = 134, error }) {
  process.stdout.write(text);
  if (error) process.stderr.write(`${error}\n`);
  process.exitCode = code;
  clearTimeout(timer);
  server.close();
  server.closeAllConnections();
  browser.removeAllListeners("exit");
  browser.on("exit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 20 }));
  browser.kill("SIGKILL");
}

const timer = setTimeout(
  () => finish({ error: `no result after ${LIMIT} ms\n${log}` }),
  LIMIT,
);

server.listen(0, "127.0.0.1", () => {
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    `http://127.0.0.1:${server.address().port}/`,
  ];
  browser = spawn(chromium, flags, { stdio: ["ignore", "ignore", "pipe"] });
  browser.stderr.on("data", (data) => void (log += data));
  browser.on("error", (error) => finish({ error: `${error}` }));
  browser.on("exit", (code) => finish({ error: `the browser ended with ${code}\n${log}` }));
});

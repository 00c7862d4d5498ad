const url = new URL("./STEM.wasm", import.meta.url);
const fs = globalThis.process?.versions?.node && (await import("node:fs"));
const features = { builtins: ["js-string"], importedStringConstants: "'" };

/** The program ended itself; 101 is a panic. */
export class WrcExit extends Error {
  constructor(code, message = `exit code ${code}`) {
    super(message);
    this.name = code === 101 ? "WrcPanic" : "WrcExit";
    this.code = code;
  }
}

/** Starts a new instance; resolves to what it exports. */
export async function instantiate(options = {}) {
  const host = {};
  let rust;
HOST
  const imports = {
    wrc: host,
    // Engines without these features take them from here.
    "'": new Proxy({}, { get: (_, text) => text }),
    "wasm:js-string": STRINGS,
    ...options.imports,
IMPORTS
  };
  const load = async () => {
    if (options.module) return { instance: await WebAssembly.instantiate(options.module, imports) };
    if (fs) return WebAssembly.instantiate(fs.readFileSync(url), imports, features);
    const response = await fetch(url);
    return response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.instantiateStreaming(response, imports, features)
      : WebAssembly.instantiate(await response.arrayBuffer(), imports, features);
  };
  rust = (await load()).instance.exports;
EXPORTS
}

export default instantiate;

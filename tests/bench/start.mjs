// node start.mjs MODULE.js: milliseconds from nothing to the end of the first
// call of `run(1)`, in a process that has run no other module.
import { pathToFileURL } from "node:url";

const [, , path] = process.argv;
const { instantiate } = await import(pathToFileURL(path));
const start = performance.now();
const { run } = await instantiate();
run(1);
console.log((performance.now() - start).toFixed(2));

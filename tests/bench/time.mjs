// node time.mjs MODULE.js N: the least time of `run(N)` in ms, and its result.
import { pathToFileURL } from "node:url";

const [, , path, n] = process.argv;
const { instantiate } = await import(pathToFileURL(path));
const { run } = await instantiate();
let least = Infinity;
let result;
for (let round = 0; round < 25; round++) {
  const start = performance.now();
  result = run(+n);
  const time = performance.now() - start;
  if (round >= 10) least = Math.min(least, time);
}
console.log(least.toFixed(2), result);


// As a program of its own.
if (fs && (import.meta.main ?? new URL(import.meta.url).pathname === process.argv[1])) {
  try {
    process.exitCode = (await instantiate()).main();
  } catch (error) {
    process.exitCode = error instanceof WrcExit ? error.code : 134;
    if (!(error instanceof WrcExit)) console.error(`${error}`);
  }
}

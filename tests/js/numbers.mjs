const { instantiate } = await import(process.argv[2]);
const page = {
  back: (...values) => console.log("back", ...values),
  u8: () => 511,
  i8: () => 511,
  u32: () => -1,
  bool: () => true,
  char: () => "\u{1F389}",
  u64: () => 2n ** 64n - 1n,
};
const rust = await instantiate({ imports: { page } });
console.log(rust.u32s(0), rust.u32s(2 ** 31), rust.u32s(2 ** 32));
console.log(rust.u8s(250, 10), rust.u8s(511, -1), rust.u16s(1), rust.sizes(0, -1));
console.log(rust.not(true), rust.not(false), rust.next("a"), rust.next("\u{1F389}"));
console.log(rust.i64s(-(2n ** 63n)), rust.u64s(0n), rust.u64s(2n ** 63n));
console.log(rust.maybe(-1n, 1n), rust.maybe(1n), rust.maybe(2n ** 63n, 0n));
console.log(rust.longs([1n, -1n]), rust.words("a b"), rust.joined(["x", "y"]));
console.log(rust.from_host());
const attempts = {
  letter: () => rust.next("two"),
  half: () => rust.next("\ud800"),
  none: () => rust.next(),
  long: () => rust.i64s(1),
  bigint: () => rust.maybe(1, 2),
  item: () => rust.joined(["x", 1]),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, `${error}`);
  }
}

const { instantiate } = await import(process.argv[2]);
let kept;
const page = {
  each: (values, f) => values.forEach((value) => console.log("each", f(value, "n"))),
  twice: (f) => {
    console.log(f(1), attempt(() => f(1)));
  },
  nested: (f) => f((x) => x * 10 + 1),
  later: (f) => void (kept = f),
  again: () => kept(),
  fails: (how) => {
    if (how === 0) throw new RangeError("too far");
    if (how === 3) throw "text";
    return how;
  },
};
const attempt = (f) => {
  try {
    return f();
  } catch (error) {
    return `${error}`;
  }
};
const rust = await instantiate({ imports: { page }, stderr: () => {} });
console.log(rust.sum_of_each());
rust.once();
console.log(rust.nest());
const add = rust.adder(5);
console.log(typeof add, add(1), add(2), rust.adder(7)(1), attempt(() => add("x")));
const counter = rust.counter();
console.log(counter(), counter(), counter(), rust.counter()());
rust.reenter();
console.log(attempt(kept));
console.log(rust.apply((text) => text + "!", "hey"), attempt(() => rust.apply(1, "x")));
console.log(attempt(() => rust.apply(() => 1, "x")));
const longs = [];
console.log(rust.apply_all((long) => longs.push(long), () => [1.5, 2]), longs);
console.log(rust.caught(), attempt(rust.wrong_type));
console.log(rust.passed_on(2), attempt(() => rust.passed_on(0)));
console.log(rust.parsed("12"), attempt(() => rust.parsed("")));
console.log(rust.checked("1"), attempt(() => rust.checked("x")));
console.log(rust.texts("a b"), attempt(() => rust.texts("ab")));
console.log(attempt(() => rust.panics([1])).split("\n")[1]);
class Own extends Error {}
try {
  rust.through(() => {
    throw new Own("mine");
  });
} catch (error) {
  console.log(error instanceof Own, error.message);
}
console.log(rust.dynamic());
const regex = /x/g;
console.log(rust.kinds(regex), regex.lastIndex);

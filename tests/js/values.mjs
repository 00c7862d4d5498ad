const { instantiate } = await import(process.argv[2]);
const page = {
  log: (text, count) => console.log("log", text, count),
  askUser: (question) => (question.endsWith("?") ? `to ${question} 🎉` : null),
  total: (values) => values.reduce((sum, value) => sum + value),
};
const rust = await instantiate({ imports: { page } });
console.log(rust.greet("Ünï 🎉"), "|", rust.greet("you", 2));
console.log(rust.add(1, 0.5));
console.log(rust.first_word(" two words"), rust.first_word(" "));
console.log(rust.flags(true, "é", 255), "|", rust.flags(null, undefined, null));
console.log(rust.scaled([1, 2, 3], 1.5), rust.scaled(new Float32Array(0), 2));
console.log(rust.sorted(Int16Array.of(3, -1, 2)));
console.log(rust.half(8));
for (const value of [1.5, false, "a\u{1F389}", "\ud800", null, undefined, {}]) console.log(rust.kind(value));
const object = {};
console.log(rust.same(object) === object);
console.log(rust.conversation("why?"), rust.conversation("no"));
const attempts = {
  odd: () => rust.half(3),
  text: () => rust.greet(7),
  number: () => rust.greet("x", "y"),
  letter: () => rust.flags(true, "two", 1),
  array: () => rust.sorted(3),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, `${error}`);
  }
}

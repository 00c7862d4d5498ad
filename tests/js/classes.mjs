const { instantiate } = await import(process.argv[2]);
const attempt = (f) => {
  try {
    return f();
  } catch (error) {
    return `${error}`;
  }
};
const { Counter, Other, Shape, other, look, total, making } = await instantiate();
const a = new Counter("a", 4);
const b = new Counter("b");
console.log(a instanceof Counter, a.constructor.name, Object.keys(a), Counter.length);
console.log(a.add(2), b.add(1), a.isMore(b), b.isMore(a), a.isMore(a));
console.log(a.name, ((a.name = "x"), a.name), "hidden" in a);
a.swap(b);
console.log(a.name, b.name, attempt(() => a.swap(a)));
const twin = b.twin();
console.log(twin.add(1), b.add(0), twin !== b, twin instanceof Counter);
console.log(b.halved().add(0), attempt(() => twin.halved()));
console.log(twin.into_text(), attempt(() => twin.into_text()), attempt(() => twin.name));
console.log(attempt(() => a.isMore({})), attempt(() => a.isMore(other())), attempt(() => a.isMore(null)));
console.log(attempt(() => a.each(() => a.add(1))));
console.log(attempt(() => Counter.prototype.add.call({}, 1)) !== undefined);
console.log(attempt(() => new Other()), look(other()), attempt(() => look(b)));
console.log(Shape.square(3).area(), Shape.rect(2, 3).area(), attempt(() => Shape.rect(0, 1)));
const many = [new Counter("p", 1), new Counter("q", 7), new Counter("r", 2)];
console.log(Counter.largest(many).name, Counter.largest([]), attempt(() => many[0].name));
console.log(total([new Counter("p", 1), new Counter("q", 7)]));
console.log(making((counter) => (counter.add(3), counter)), making(() => null));
class Sub extends Counter {
  addTwice(by) {
    this.add(by);
    return this.add(by);
  }
}
const sub = new Sub("sub", 1);
console.log(sub instanceof Sub, sub.addTwice(2), sub.isMore(b));

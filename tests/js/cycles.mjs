const { instantiate } = await import(process.argv[2]);
const { tie, peer_of, Keeper } = await instantiate();
// With an argument everything is kept: then it does not fit, as it should.
const kept = process.argv[3] && [];
let [sum, weight] = [0, 0];
for (let round = 0; round < 100_000; round++) {
  const object = { round };
  tie(object);
  sum += object.sum();
  const keeper = new Keeper();
  keeper.keep({ keeper });
  weight += keeper.weight;
  kept?.push(object, keeper);
}
console.log(sum, weight, peer_of({}));

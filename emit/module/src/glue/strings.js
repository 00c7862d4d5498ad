//# cast
cast: (text) => (typeof text === "string" ? text : trap()),
//# test
test: (text) => +(typeof text === "string"),
//# length
length: (text) => text.length,
//# charCodeAt
charCodeAt: (text, at) => (at >>> 0 < text.length ? text.charCodeAt(at) : trap()),
//# codePointAt
codePointAt: (text, at) => text.codePointAt(at) ?? trap(),
//# concat
concat: (a, b) => a + b,
//# substring
substring: (text, from, to) => (from >>> 0 > to >>> 0 ? "" : text.substring(from >>> 0, to >>> 0)),
//# equals
equals: (a, b) => +(a === b),
//# compare
compare: (a, b) => (a < b ? -1 : +(a > b)),
//# fromCharCode
fromCharCode: (unit) => String.fromCharCode(unit),
//# fromCodePoint
fromCodePoint: (code) => String.fromCodePoint(code >>> 0),
//# fromCharCodeArray
fromCharCodeArray: (array, from, to) => {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(units().get(array, at));
  return text;
},
//# intoCharCodeArray
intoCharCodeArray: (text, array, from) => {
  for (let at = 0; at < text.length; at++) units().set(array, from + at, text.charCodeAt(at));
  return text.length;
},

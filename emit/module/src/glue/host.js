//# find
/** A function that the program imports: given, of a module, or a global one. */
const find = (module, name) => {
  const home = module === "env" ? globalThis : globalThis[module];
  const given = options.imports?.[module]?.[name] ?? modules[module]?.[name];
  const found = given ?? home?.[name]?.bind(home);
  if (!found) throw new WebAssembly.LinkError(`the program imports ${module}.${name}`);
  return found;
};
//# thrown
/** What an import threw, on its way to the program. */
class Thrown {
  constructor(error) {
    this.error = error;
  }
}
/** The end of the program goes through. */
const isEnd = (error) =>
  [WrcExit, WebAssembly.RuntimeError, WebAssembly.Exception].some((of) => error instanceof of);
//# caught thrown
const caught = (of) => (...args) => {
  try {
    return of(...args);
  } catch (error) {
    if (isEnd(error)) throw error;
    return new Thrown(error);
  }
};
//# char
/** The code of a string of one character. */
const char = (text) => {
  const code = typeof text === "string" ? text.codePointAt(0) : undefined;
  if (code === undefined || text.length !== 1 + (code > 0xffff) || (code & 0x1ff800) === 0xd800) {
    throw new TypeError("a string of one character is wanted");
  }
  return code;
};
//# own
/** Classes of exported structs, and the key to what their objects hold. */
const own = Symbol();
const classes = {};
//# bits
/** A finite magnitude as `m * 2 ** e`, exactly. */
const bits = (value) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const word = view.getBigUint64(0);
  const exponent = Number((word >> 52n) & 2047n);
  const fraction = word & 0xfffffffffffffn;
  return exponent ? [fraction | (1n << 52n), exponent - 1075] : [fraction, -1074];
};
/** `n / d` rounded to the nearest integer, ties to even. */
const divide = (n, d) => {
  const quotient = n / d;
  const twice = (n % d) * 2n;
  return quotient + (twice > d || (twice === d && quotient & 1n) ? 1n : 0n);
};
/** `value * 10 ** power` as a fraction. */
const scaled = (value, power) => {
  const [m, e] = bits(value);
  const up = (base, by) => base ** BigInt(Math.max(by, 0));
  return [m * up(2n, e) * up(10n, power), up(2n, -e) * up(10n, -power)];
};
/** The decimal exponent: `10 ** k <= value < 10 ** (k + 1)`; 0 for zero. */
const magnitude = (value) => {
  if (value === 0) return 0;
  let k = Math.floor(Math.log10(value)) + 1;
  for (; ; k--) {
    const [n, d] = scaled(value, -k);
    if (n >= d) return k;
  }
};
//# f64s bits
/** As Rust does, half way between two shortest texts takes the upper one. */
host.f64s = (value) => {
  const text = String(value);
  if (text.length < 16 || value < 1e-9 || value > 2 ** 53) return text;
  const [mantissa, exponent = 0] = text.split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length - exponent;
  const [n, d] = scaled(value, decimals);
  if ((n - BigInt(mantissa.replace(".", "")) * d) * 2n !== d) return text;
  // JavaScript took the lower one because its last digit is even.
  return `${mantissa.slice(0, -1)}${+mantissa.at(-1) + 1}${exponent ? `e${exponent}` : ""}`;
};
//# f32s bits
/** The fewest digits that only this `f32` is nearest to, as close as can be. */
host.f32s = (value) => {
  if (value === 0) return "0";
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  const word = view.getUint32(0);
  const exponent = word >>> 23;
  const m = BigInt(exponent ? (word & 0x7fffff) | 0x800000 : word);
  // In quarters of the last place: half way to the neighbours. Below a
  // power of two they are half as far.
  const low = 4n * m - (exponent > 1 && !(word & 0x7fffff) ? 1n : 2n);
  const high = 4n * m + 2n;
  const touches = word & 1 ? 0n : 1n;
  const top = magnitude(value);
  for (let digits = 1; ; digits++) {
    const power = digits - 1 - top;
    const [n, d] = scaled(value, power);
    const floor = n / d;
    const near = (2n * n + d) / (2n * d);
    for (const text of [near, near === floor ? floor + 1n : floor]) {
      const quarters = text * d * 4n * m;
      if (quarters > low * n - touches && quarters < high * n + touches) {
        return String(Number(`${text}e${-power}`));
      }
    }
  }
};
//# f64fix bits
host.f64fix = (value, digits) => {
  const [n, d] = scaled(value, digits);
  const text = String(divide(n, d)).padStart(digits + 1, "0");
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
};
//# f64exp bits
host.f64exp = (value, digits) => {
  let k = magnitude(value);
  const [n, d] = scaled(value, digits - k);
  let text = String(divide(n, d)).padEnd(digits + 1, "0");
  if (text.length > digits + 1) {
    text = text.slice(0, -1);
    k++;
  }
  return `${text[0]}${digits ? "." : ""}${text.slice(1)}e${k < 0 ? "-" : "+"}${Math.abs(k)}`;
};
//# streams
const encoder = new TextEncoder();
/** One byte per code unit. */
const toBytes = (text) =>
  fs ? Buffer.from(text, "latin1") : Uint8Array.from(text, (unit) => unit.charCodeAt(0));
/** Writes to a file descriptor when the program yields or much is pending. */
const fileStream = (fd) => {
  let parts = [];
  let size = 0;
  const flush = () => {
    const data = Buffer.concat(parts);
    parts = [];
    size = 0;
    for (let at = 0; at < data.length; ) {
      try {
        at += fs.writeSync(fd, data, at);
      } catch (error) {
        if (error.code === "EPIPE") return;
        if (error.code !== "EAGAIN") throw error;
      }
    }
  };
  const write = (data) => {
    if (!size) queueMicrotask(flush);
    parts.push(data);
    size += data.length;
    if (size > 65536) flush();
  };
  return { write, flush };
};
/** Writes lines to the console. */
const logStream = (log) => {
  const decoder = new TextDecoder();
  let text = "";
  const flush = () => {
    if (text) log(text);
    text = "";
  };
  const write = (data) => {
    if (!text) queueMicrotask(flush);
    text += decoder.decode(data, { stream: true });
    const end = text.lastIndexOf("\n");
    if (end >= 0) log(text.slice(0, end));
    text = text.slice(end + 1);
  };
  return { write, flush };
};
const custom = (write) => write && { write, flush() {} };
const stdout = custom(options.stdout) ?? (fs ? fileStream(1) : logStream(console.log));
const stderr = custom(options.stderr) ?? (fs ? fileStream(2) : logStream(console.error));
const writeError = (data) => {
  stdout.flush();
  stderr.write(data);
  stderr.flush();
};
//# out streams
host.out = (text) => stdout.write(encoder.encode(text));
//# err streams
host.err = (text) => writeError(encoder.encode(text));
//# outb streams
host.outb = (bytes) => stdout.write(toBytes(bytes));
//# errb streams
host.errb = (bytes) => writeError(toBytes(bytes));
//# panic streams
host.panic = (bytes) => {
  const data = toBytes(bytes);
  writeError(data);
  throw new WrcExit(101, new TextDecoder().decode(data).trim());
};
//# exit
host.exit = (code) => {
  throw new WrcExit(code);
};
//# arg
const args = options.args ?? (fs ? process.argv.slice(1) : [NAME]);
host.arg = (index) => args[index] ?? null;
//# env
const env = options.env ?? (fs ? process.env : {});
host.env = (name) => env[name] ?? null;
//# line streams
/** The next line of standard input, one byte per code unit. */
const readLine = () => {
  let pending = "";
  let isAtEnd = false;
  const chunk = new Uint8Array(65536);
  const read = () => {
    for (;;) {
      try {
        return fs.readSync(0, chunk);
      } catch (error) {
        if (error.code === "EOF") return 0;
        if (error.code !== "EAGAIN") throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  };
  return () => {
    let end;
    while (!(end = pending.indexOf("\n") + 1) && !isAtEnd) {
      const count = read();
      isAtEnd = !count;
      pending += Buffer.from(chunk.subarray(0, count)).toString("latin1");
    }
    const line = pending.slice(0, end || undefined);
    pending = pending.slice(line.length);
    return line || null;
  };
};
const nextLine = options.line ?? (fs ? readLine() : () => null);
host.line = () => {
  stdout.flush();
  return nextLine();
};
//# now
host.now = () => Date.now();
//# mono
host.mono = () => performance.now();
//# random
host.random = () => crypto.getRandomValues(new BigInt64Array(1))[0];
//# sin
host.sin = Math.sin;
//# cos
host.cos = Math.cos;
//# tan
host.tan = Math.tan;
//# asin
host.asin = Math.asin;
//# acos
host.acos = Math.acos;
//# atan
host.atan = Math.atan;
//# atan2
host.atan2 = Math.atan2;
//# sinh
host.sinh = Math.sinh;
//# cosh
host.cosh = Math.cosh;
//# tanh
host.tanh = Math.tanh;
//# exp
host.exp = Math.exp;
//# expm1
host.expm1 = Math.expm1;
//# log
host.log = Math.log;
//# log2
host.log2 = Math.log2;
//# log10
host.log10 = Math.log10;
//# log1p
host.log1p = Math.log1p;
//# cbrt
host.cbrt = Math.cbrt;
//# hypot
host.hypot = Math.hypot;
//# pow
/** Unlike C, JavaScript has no result for one to the power of no number. */
host.pow = (x, y) => (x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : x ** y);
//# js_undefined
host.js_undefined = () => undefined;
//# js_kind
host.js_kind = (value) =>
  value === undefined ? 0
  : value === null ? 1
  : typeof value === "boolean" ? 2
  : typeof value === "number" ? 3
  : typeof value === "object" && value.length >= 0 ? 4
  : typeof value === "bigint" ? 6
  : typeof value === "function" ? 7
  : 5;
//# js_number
host.js_number = Number;
//# js_of_number
host.js_of_number = (value) => value;
//# js_of_bool
host.js_of_bool = Boolean;
//# js_bigint
host.js_bigint = (value) => value;
//# js_of_bigint
host.js_of_bigint = (value) => value;
//# js_of_unsigned
host.js_of_unsigned = (value) => BigInt.asUintN(64, value);
//# js_error
host.js_error = (message) => new Error(message);
//# js_type_error
host.js_type_error = (message) => new TypeError(message);
//# js_throw
host.js_throw = (value) => {
  throw value;
};
//# js_text
host.js_text = (value) => {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
};
//# js_array
host.js_array = (type, length) =>
  new { i8: Int8Array, u8: Uint8Array, i16: Int16Array, u16: Uint16Array, i32: Int32Array,
    u32: Uint32Array, isize: Int32Array, usize: Uint32Array, f32: Float32Array,
    f64: Float64Array, i64: BigInt64Array, u64: BigUint64Array, any: Array }[type](length);
//# js_length
host.js_length = (array) => array.length;
//# js_at
host.js_at = (array, index) => Number(array[index]);
//# js_put
host.js_put = (array, index, value) => {
  array[index] = value;
};
//# js_bigint_at
host.js_bigint_at = (array, index) => BigInt(array[index]);
//# js_bigint_put
host.js_bigint_put = (array, index, value) => {
  array[index] = BigInt.asUintN(64, value);
};
//# js_item
host.js_item = (array, index) => array[index];
//# js_put_item
host.js_put_item = (array, index, value) => {
  array[index] = value;
};
//# js_global
host.js_global = () => globalThis;
//# js_get caught thrown
host.js_get = caught((object, name) => object[name]);
//# js_set caught thrown
host.js_set = caught((object, name, value) => {
  object[name] = value;
});
//# js_object
host.js_object = () => ({});
//# js_equal
host.js_equal = Object.is;
//# js_instance
host.js_instance = (value, of) => +(typeof of === "function" && value instanceof of);
//# js_call caught thrown
host.js_call = caught((of, self, args) => Reflect.apply(of, self, args));
//# js_invoke caught thrown
host.js_invoke = caught((object, name, args) => object[name](...args));
//# js_new caught thrown
host.js_new = caught((of, args) => Reflect.construct(of, args));
//# js_thrown thrown
host.js_thrown = (value) => +(value instanceof Thrown);
//# js_error_of
host.js_error_of = (value) => value.error;
//# js_function
host.js_function = (closure) => (...args) => rust.wasm_call(closure, args);
//# js_wrap own
host.js_wrap = (name, object) => new classes[name](own, object);
//# js_unwrap own
host.js_unwrap = (name, value) => classes[name][own](value);

// Made by wrc. Types of numbers.js.

export interface Exports {
  u32s: (a: number) => number;
  u8s: (a: number, b: number) => number;
  u16s: (a: number) => number;
  sizes: (a: number, b: number) => number;
  not: (a: boolean) => boolean;
  next: (a: string) => string;
  i64s: (a: bigint) => bigint;
  u64s: (a: bigint) => bigint;
  maybe: (a?: bigint | null, b?: bigint | null) => bigint | undefined;
  longs: (a: ArrayLike<bigint>) => BigUint64Array;
  words: (text: string) => string[];
  joined: (words: string[]) => string;
  from_host: () => string;
}

/** Functions that the program calls; those of the global object need not be given. */
export interface Imports {
  page?: {
    back: (a: number, b: number, c: boolean, d: string, e: bigint, f: bigint) => void;
    u8: () => number;
    i8: () => number;
    u32: () => number;
    bool: () => boolean;
    char: () => string;
    u64: () => bigint;
  };
  Math?: {
    max: (a: number, b: number) => number;
  };
  env?: {
    parseInt: (text: string, radix: number) => number;
  };
}


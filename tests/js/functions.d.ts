// Made by wrc. Types of functions.js.

export interface Exports {
  sum_of_each: () => string;
  once: () => void;
  nest: () => number;
  adder: (by: number) => (p0: number) => number;
  counter: () => () => number;
  reenter: () => void;
  apply: (f: (p0: string) => string, text: string) => string;
  apply_all: (f: (p0: bigint) => void, g: (p0: string) => ArrayLike<number>) => number;
  caught: () => string;
  wrong_type: () => boolean;
  /** @throws What the program gives as its error. */
  passed_on: (how: number) => number;
  /** @throws What the program gives as its error. */
  parsed: (text: string) => number;
  /** @throws What the program gives as its error. */
  checked: (text: string) => void;
  /** @throws What the program gives as its error. */
  texts: (text: string) => string | undefined;
  panics: (list: ArrayLike<number>) => number;
  through: (f: () => void) => void;
  /**
   * Works without declarations.
   * @throws What the program gives as its error.
   */
  dynamic: () => string;
  kinds: (regex: any) => string;
}

/** Functions that the program calls; those of the global object need not be given. */
export interface Imports {
  page?: {
    each: (values: Int32Array, f: (p0: number, p1: string) => string) => void;
    twice: (f: (p0: number) => boolean | undefined) => void;
    nested: (f: (p0: (p0: number) => number) => number) => number;
    later: (f: () => void) => void;
    /** @throws What the program gives as its error. */
    fails: (how: number) => number;
    again: () => void;
  };
}


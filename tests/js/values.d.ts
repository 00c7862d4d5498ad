// Made by wrc. Types of values.js.

export interface Exports {
  greet: (name: string, times?: number | null) => string;
  add: (a: number, b: number) => number;
  first_word: (text: string) => string | undefined;
  flags: (yes?: boolean | null, letter?: string | null, small?: number | null) => string;
  scaled: (values: ArrayLike<number>, by: number) => Float64Array;
  sorted: (values: ArrayLike<number>) => Int32Array;
  /** @throws What the program gives as its error. */
  half: (number: number) => number;
  kind: (value: any) => string;
  same: (value: any) => any;
  conversation: (question: string) => number;
}

/** Functions that the program calls; those of the global object need not be given. */
export interface Imports {
  page?: {
    askUser: (question: string) => string | undefined | null;
    log: (text: string, count: number) => void;
    total: (values: Float64Array) => number;
  };
}


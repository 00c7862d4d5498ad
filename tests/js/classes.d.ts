// Made by wrc. Types of classes.js.

/** The same fields: not the same class. */
export interface Other {
}

/** Counts. */
export interface Counter {
  /** The number afterwards. */
  add(by: number): number;
  get name(): string;
  set name(name: string);
  isMore(other: Counter): boolean;
  swap(other: Counter): void;
  twin(): Counter;
  /** @throws What the program gives as its error. */
  halved(): Counter;
  into_text(): string;
  each(f: (p0: number) => void): void;
}

export interface Shape {
  area(): number;
}

export interface Exports {
  other: () => Other;
  look: (other: Other) => string;
  total: (counters: Counter[]) => number;
  making: (make: (p0: Counter) => Counter | undefined | null) => string | undefined;
  Other: {
  };
  Counter: {
    /**
     * A counter that starts
     * somewhere.
     */
    new (name: string, start?: number | null): Counter;
    /** Static. */
    largest(all: Counter[]): Counter | undefined;
  };
  Shape: {
    square(side: number): Shape;
    /** @throws What the program gives as its error. */
    rect(width: number, height: number): Shape;
  };
}


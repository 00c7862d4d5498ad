// Made by wrc. Types of cycles.js.

/** Keeps an object that keeps it. */
export interface Keeper {
  keep(object: any): void;
  get weight(): number;
}

export interface Exports {
  /**
   * Two nodes that know each other; one also knows the object, which has a
   * closure that knows the other.
   * @throws What the program gives as its error.
   */
  tie: (object: any) => void;
  peer_of: (object: any) => boolean;
  Keeper: {
    new (): Keeper;
  };
}


// Made by wrc. Types of STEM.js.

CLASSES
export interface Exports {
EXPORTS
}

IMPORTS
export interface Options {
  /** The program's name and arguments. */
  args?: string[];
  env?: Record<string, string>;
  /** Take what the program writes, in pieces. */
  stdout?: (data: Uint8Array) => void;
  stderr?: (data: Uint8Array) => void;
  /** The next line of input with its line break, one byte per code unit. */
  line?: () => string | null;
  /** The module, when it was compiled already. */
  module?: WebAssembly.Module;
  imports?: GIVEN;
}

/** The program ended itself; 101 is a panic. */
export class WrcExit extends Error {
  constructor(code: number, message?: string);
  code: number;
}

/** Starts a new instance; resolves to what it exports. */
export function instantiate(options?: Options): Promise<Exports>;
export default instantiate;

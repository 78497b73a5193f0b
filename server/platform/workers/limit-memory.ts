const pageBytes = 65_536;

type Memory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
type Wasm = { readonly Memory: { readonly prototype: Memory } };

/** The limit of the heap does not hold for the memory of WebAssembly, so that what grows it is asked here. */
export function limitMemory(memoryBytes: number): void {
  const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };
  const { prototype } = wasm.Memory;
  const grow = prototype.grow;
  prototype.grow = function growWithin(this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > memoryBytes) throw new RangeError('no more memory for the solver');
    return grow.call(this, pages);
  };
}

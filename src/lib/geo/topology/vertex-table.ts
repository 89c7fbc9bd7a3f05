import { IntList } from './int-list.ts';

const EMPTY = -1;

/** Distinct vertices on an integer grid, each known by its rank. Open addressing, kept under half full. */
export class VertexTable {
  readonly #x = new IntList();
  readonly #y = new IntList();
  #slots = new Int32Array(1 << 16).fill(EMPTY);

  get size(): number {
    return this.#x.length;
  }

  /** Rank of the vertex at a position, a new one at its first sight. */
  add(x: number, y: number): number {
    if (this.size * 2 >= this.#slots.length) this.#widen();
    const xs = this.#x.view();
    const ys = this.#y.view();
    const mask = this.#slots.length - 1;
    let slot = hash(x, y) & mask;
    for (let at = this.#slots[slot]!; at !== EMPTY; at = this.#slots[slot]!) {
      if (xs[at] === x && ys[at] === y) return at;
      slot = (slot + 1) & mask;
    }
    const rank = this.size;
    this.#slots[slot] = rank;
    this.#x.push(x);
    this.#y.push(y);
    return rank;
  }

  /** Positions by rank. */
  positions(): { x: Int32Array; y: Int32Array } {
    return { x: this.#x.toArray(), y: this.#y.toArray() };
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    const xs = this.#x.view();
    const ys = this.#y.view();
    for (let rank = 0; rank < xs.length; rank++) {
      let slot = hash(xs[rank]!, ys[rank]!) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = rank;
    }
    this.#slots = slots;
  }
}

/** Spreads grid positions over 32 bits (two odd multipliers, then a final avalanche). */
function hash(x: number, y: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

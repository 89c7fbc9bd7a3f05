/** A list of 32-bit integers that grows, without boxing its items: millions of them stay small. */
export class IntList {
  #items = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const wider = new Int32Array(this.#length * 2);
      wider.set(this.#items);
      this.#items = wider;
    }
    this.#items[this.#length++] = item;
  }

  /** Forgets the items from `length` on. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  /** The items, as a view valid until the next `push`. */
  view(): Int32Array {
    return this.#items.subarray(0, this.#length);
  }

  /** The items, copied to an array of their exact length. */
  toArray(): Int32Array {
    return this.#items.slice(0, this.#length);
  }
}

/**
 * Visvalingam–Whyatt weights of a line: for each inner point, the effective area (square units of
 * the coordinates) of the triangle it makes with its neighbours when its turn comes to be removed,
 * never less than that of a point removed before it. Ends weigh Infinity. Keeping the points whose
 * weight reaches a threshold gives the simplified line of that threshold.
 * Source: Visvalingam & Whyatt, « Line generalisation by repeated elimination of points », 1993.
 */
export function visvalingam(x: Float64Array, y: Float64Array, weights: Float32Array): void {
  const length = x.length;
  weights.fill(Infinity, 0, length);
  if (length < 3) return;
  const before = new Int32Array(length);
  const after = new Int32Array(length);
  const area = new Float64Array(length);
  const heap = new AreaHeap(area);
  const measure = (i: number): number => {
    const a = before[i]!;
    const b = after[i]!;
    return Math.abs((x[i]! - x[a]!) * (y[b]! - y[a]!) - (x[b]! - x[a]!) * (y[i]! - y[a]!)) / 2;
  };
  for (let i = 1; i < length - 1; i++) {
    before[i] = i - 1;
    after[i] = i + 1;
    area[i] = measure(i);
    heap.push(i);
  }
  let reached = 0;
  for (let i = heap.pop(); i >= 0; i = heap.pop()) {
    reached = Math.max(reached, area[i]!);
    weights[i] = reached;
    const a = before[i]!;
    const b = after[i]!;
    if (a > 0) {
      after[a] = b;
      area[a] = measure(a);
      heap.update(a);
    }
    if (b < length - 1) {
      before[b] = a;
      area[b] = measure(b);
      heap.update(b);
    }
  }
}

/** A binary heap of point ranks, the smallest area first; ties go to the lower rank. */
class AreaHeap {
  readonly #area: Float64Array;
  readonly #items: Int32Array;
  readonly #place: Int32Array;
  #size = 0;

  constructor(area: Float64Array) {
    this.#area = area;
    this.#items = new Int32Array(area.length);
    this.#place = new Int32Array(area.length);
  }

  push(item: number): void {
    this.#items[this.#size] = item;
    this.#place[item] = this.#size;
    this.#rise(this.#size++);
  }

  /** The smallest, taken out; −1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = this.#items[0]!;
    const last = this.#items[--this.#size]!;
    if (this.#size > 0) {
      this.#put(last, 0);
      this.#sink(0);
    }
    return top;
  }

  /** Puts an item whose area changed back in order. */
  update(item: number): void {
    this.#rise(this.#place[item]!);
    this.#sink(this.#place[item]!);
  }

  #less(a: number, b: number): boolean {
    const difference = this.#area[a]! - this.#area[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }

  #put(item: number, place: number): void {
    this.#items[place] = item;
    this.#place[item] = place;
  }

  #rise(from: number): void {
    const item = this.#items[from]!;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.#items[parent]!;
      if (!this.#less(item, above)) break;
      this.#put(above, place);
      place = parent;
    }
    this.#put(item, place);
  }

  #sink(from: number): void {
    const item = this.#items[from]!;
    let place = from;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#less(this.#items[child + 1]!, this.#items[child]!)) child++;
      const below = this.#items[child]!;
      if (!this.#less(below, item)) break;
      this.#put(below, place);
      place = child;
    }
    this.#put(item, place);
  }
}

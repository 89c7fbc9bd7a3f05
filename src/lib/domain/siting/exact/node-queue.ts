/** Branches by their bounds, the least first (a binary heap); the latest pushed first on a tie. */
export class NodeQueue<Node extends { bound: number }> {
  readonly #heap: { node: Node; rank: number }[] = [];
  #pushed = 0;

  get size(): number {
    return this.#heap.length;
  }

  least(): Node | undefined {
    return this.#heap[0]?.node;
  }

  push(node: Node): void {
    const heap = this.#heap;
    let at = heap.push({ node, rank: this.#pushed++ }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Node | undefined {
    const heap = this.#heap;
    if (heap.length === 0) return undefined;
    this.#swap(0, heap.length - 1);
    const { node } = heap.pop()!;
    for (let at = 0; ;) {
      let next = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && this.#before(child, next)) next = child;
      if (next === at) return node;
      this.#swap(at, next);
      at = next;
    }
  }

  /** The one pushed last among the last of the heap: near the deepest, found without a search. */
  popLatest(): Node | undefined {
    return this.#heap.pop()?.node;
  }

  #before(a: number, b: number): boolean {
    const [left, right] = [this.#heap[a]!, this.#heap[b]!];
    return (
      left.node.bound < right.node.bound || (left.node.bound === right.node.bound && left.rank > right.rank)
    );
  }

  #swap(a: number, b: number): void {
    const moved = this.#heap[a]!;
    this.#heap[a] = this.#heap[b]!;
    this.#heap[b] = moved;
  }
}

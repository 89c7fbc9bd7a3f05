/** Something to ask for; the same key is the same thing. */
export interface Asking<T> {
  key: string;
  ask: () => Promise<T>;
}

/**
 * The latest answer to what the page wants now. The answer before stays while the next is on its
 * way; late answers to what is no longer wanted are dropped. Made while a component starts.
 */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  /** What went wrong with the last asking; `null` when nothing did. */
  failure = $state.raw<unknown>(null);
  pending = $state(false);
  #key: string | null = null;
  #turn = 0;
  readonly #want: () => Asking<T> | null;

  /** `want` is read in an effect: it may depend on any state, and gives `null` when nothing is wanted. */
  constructor(want: () => Asking<T> | null) {
    this.#want = want;
    $effect(() => this.#follow(want()));
  }

  retry(): void {
    this.#key = null;
    this.#follow(this.#want());
  }

  #follow(asking: Asking<T> | null): void {
    const key = asking?.key ?? null;
    if (key === this.#key) return;
    this.#key = key;
    const turn = ++this.#turn;
    this.failure = null;
    this.pending = asking !== null;
    if (!asking) {
      this.value = null;
      return;
    }
    asking.ask().then(
      (value) => this.#settle(turn, () => (this.value = value)),
      (reason: unknown) => this.#settle(turn, () => (this.failure = reason)),
    );
  }

  #settle(turn: number, keep: () => void): void {
    if (turn !== this.#turn) return;
    this.pending = false;
    keep();
  }
}

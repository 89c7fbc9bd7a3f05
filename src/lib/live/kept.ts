/**
 * Answers kept by key, so that going back to a view asks nothing. Failed answers are forgotten, to
 * be asked again; the oldest go first.
 */
export class Kept<T> {
  readonly #answers = new Map<string, Promise<T>>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const held = this.#answers.get(key);
    if (held) return held;
    const answer = ask();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    if (this.#answers.size > this.#limit) this.#answers.delete(this.#answers.keys().next().value as string);
    return answer;
  }
}

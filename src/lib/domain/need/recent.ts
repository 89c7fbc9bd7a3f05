/** Things made on demand, of which the most recently used are kept. */
export class Recent<Thing> {
  readonly #most: number;
  readonly #things = new Map<string, Thing>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The thing of that key, made when it is not there. */
  get(key: string, make: () => Thing): Thing {
    const held = this.#things.get(key);
    const thing = held ?? make();
    // Put last: the first of the map is the one used longest ago.
    this.#things.delete(key);
    this.#things.set(key, thing);
    if (this.#things.size > this.#most) this.#things.delete(this.#things.keys().next().value as string);
    return thing;
  }

  forget(matches: (key: string) => boolean): void {
    for (const key of this.#things.keys()) if (matches(key)) this.#things.delete(key);
  }
}

import { applyAction, deserialize } from '$app/forms';
import { goto } from '$app/navigation';
import type { ActionResult } from '@sveltejs/kit';
import { writePerimeterTokens } from '#lib/view/perimeter-view.ts';
import { writeSettings } from './settings.ts';
import type { PerimeterPage } from './page-data.ts';

/** What a person adds and takes out at once, as slugs. */
export interface Change {
  plus: readonly string[];
  minus: readonly string[];
  /** Communes that the map shows as changed before the server answers: place in the columns, and whether they are in. */
  ordinals?: readonly (readonly [ordinal: number, inside: boolean])[];
}

/**
 * Changes of a perimeter, one after the other: each starts from what the one before gave. The server
 * answers each with the address of the new perimeter, or with the page where no address can hold it.
 */
export class PerimeterEditor {
  readonly #shown: () => PerimeterPage;
  #turn: Promise<void> = Promise.resolve();
  #waiting = $state.raw<readonly Change[]>([]);
  #past = $state.raw<readonly { tokens: readonly string[]; name: string }[]>([]);
  /** Whether the last change was lost. */
  failed = $state(false);

  constructor(shown: () => PerimeterPage) {
    this.#shown = shown;
  }

  readonly busy = $derived.by(() => this.#waiting.length > 0);
  readonly canUndo = $derived.by(() => this.#past.length > 0);

  /** The communes of the perimeter, changes on their way included. */
  chosen(length: number): Uint8Array {
    const chosen = new Uint8Array(length);
    for (const [first, count] of this.#shown().runs) chosen.fill(1, first, first + count);
    for (const { ordinals = [] } of this.#waiting)
      for (const [ordinal, inside] of ordinals) chosen[ordinal] = inside ? 1 : 0;
    return chosen;
  }

  change(change: Change): void {
    this.#queue(change, async () => {
      const { tokens, name } = this.#shown();
      await this.#post({ tokens, name }, change);
      this.remember({ tokens, name });
    });
  }

  /** Keeps a perimeter to come back to: one that something else than `change` has changed. */
  remember(before: { tokens: readonly string[]; name: string }): void {
    this.#past = [...this.#past, before];
  }

  /** Comes back to what was before the last change, once that is made. */
  undo(): void {
    this.#queue(NOTHING, async () => {
      const before = this.#past.at(-1);
      if (!before) return;
      await this.#post(before, NOTHING);
      this.#past = this.#past.slice(0, -1);
    });
  }

  /** Shows a perimeter kept elsewhere, or this one in another way, whatever its length. */
  open(next: { tokens: readonly string[]; name: string }, settings = this.#shown().settings): void {
    this.#queue(NOTHING, async () => {
      const { tokens, name } = this.#shown();
      await this.#post(next, NOTHING, settings);
      if (writePerimeterTokens(tokens) !== writePerimeterTokens(next.tokens)) this.remember({ tokens, name });
    });
  }

  #queue(change: Change, send: () => Promise<void>): void {
    const own = { ...change };
    this.#waiting = [...this.#waiting, own];
    this.#turn = this.#turn.then(async () => {
      try {
        await send();
        this.failed = false;
      } catch {
        this.failed = true;
      } finally {
        this.#waiting = this.#waiting.filter((one) => one !== own);
      }
    });
  }

  async #post(
    from: { tokens: readonly string[]; name: string },
    { plus, minus }: Pick<Change, 'plus' | 'minus'>,
    settings = this.#shown().settings,
  ): Promise<void> {
    const body = new FormData();
    body.set('per', writePerimeterTokens(from.tokens));
    body.set('pn', from.name);
    for (const [field, value] of Object.entries(writeSettings(settings))) body.set(field, value);
    body.set('plus', writePerimeterTokens(plus));
    body.set('moins', writePerimeterTokens(minus));
    const response = await fetch('/perimetre?/modifier', {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    });
    const result: ActionResult = deserialize(await response.text());
    if (result.type === 'redirect') await goto(result.location, { noScroll: true, keepFocus: true });
    else if (result.type === 'success') await applyAction(result);
    else throw new Error(`modifier: ${result.type}`);
  }
}

const NOTHING: Change = { plus: [], minus: [] };

/** A field typed and not saved yet: what its writer saw, and what they made of it. */
export interface FieldDraft {
  item: string;
  field: string;
  was: string;
  now: string;
}

const isDraft = (value: unknown): value is FieldDraft => {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return ['item', 'field', 'was', 'now'].every((name) => typeof draft[name] === 'string');
};

/**
 * What was typed in a strategy and could not be saved, kept by the browser until it is: a session that ended,
 * a server that does not answer, or a page that was closed loses nothing. A browser that keeps nothing is let be.
 */
export class FieldDrafts {
  readonly #key: string;
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

  constructor(strategy: string, storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#key = `maillage-strategie/${strategy}`;
    this.#storage = storage;
  }

  /** What is kept; none where the browser keeps nothing. */
  list(): FieldDraft[] {
    try {
      const kept: unknown = JSON.parse(this.#storage().getItem(this.#key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isDraft) : [];
    } catch {
      return [];
    }
  }

  /** Keeps a field, or forgets it once what was typed stands. */
  keep(draft: FieldDraft): void {
    const others = this.list().filter(({ item, field }) => item !== draft.item || field !== draft.field);
    const next = draft.now === draft.was ? others : [...others, draft];
    try {
      if (next.length === 0) this.#storage().removeItem(this.#key);
      else this.#storage().setItem(this.#key, JSON.stringify(next));
    } catch {
      // A full or forbidden storage: the page itself still holds what was typed.
    }
  }
}

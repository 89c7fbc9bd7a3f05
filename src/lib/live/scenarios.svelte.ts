/** A scenario that a person keeps in their browser: a siting question, or one made by hand. */
export interface Scenario {
  name: string;
  /** The parameters of its address, which say of which kind it is. */
  query: string;
}

const KEY = 'maillage-scenarios';
/** More than these are no longer a choice between scenarios. */
const MOST = 50;

/** Whether a value kept in a browser is a scenario: another version, or another page, may have written it. */
const isScenario = (value: unknown): value is Scenario =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Scenario).name === 'string' &&
  typeof (value as Scenario).query === 'string';

/**
 * The scenarios of a browser, the last saved first; none where a browser keeps nothing. Each change is made to
 * what the browser holds then, so that two tabs that save one after the other lose neither.
 */
export class Scenarios {
  list = $state.raw<readonly Scenario[]>([]);
  /** Whether the browser refused to keep them. */
  refused = $state(false);
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;

  /** `storage` may throw: a browser that blocks what sites keep does so on reading it. */
  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.list = this.#read() ?? [];
  }

  /** Follows what other tabs save; gives what stops it. */
  listen(tab: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
    const onstorage = ({ key }: StorageEvent): void => {
      if (key === KEY || key === null) this.list = this.#read() ?? this.list;
    };
    tab.addEventListener('storage', onstorage);
    return () => tab.removeEventListener('storage', onstorage);
  }

  /** Keeps a scenario; one of the same name is replaced. */
  save({ name, query }: Scenario): void {
    this.#change((list) => [{ name, query }, ...list.filter((one) => one.name !== name)]);
  }

  /** Takes a scenario out; gives it and its rank, to be put back. */
  remove(name: string): { scenario: Scenario; rank: number } | null {
    let removed: { scenario: Scenario; rank: number } | null = null;
    this.#change((list) => {
      const rank = list.findIndex((one) => one.name === name);
      const scenario = list[rank];
      removed = scenario ? { scenario, rank } : null;
      return list.filter((one) => one.name !== name);
    });
    return removed;
  }

  /** Puts back what was taken out, where it was, unless its name was taken meanwhile. */
  restore({ scenario, rank }: { scenario: Scenario; rank: number }): void {
    this.#change((list) =>
      list.some(({ name }) => name === scenario.name) ? list : list.toSpliced(rank, 0, scenario),
    );
  }

  #change(make: (held: readonly Scenario[]) => readonly Scenario[]): void {
    // What another tab saved since is read first; a storage that cannot be read leaves what the page holds.
    this.list = make(this.#read() ?? this.list).slice(0, MOST);
    try {
      this.#storage().setItem(KEY, JSON.stringify(this.list));
      this.refused = false;
    } catch {
      // A full or forbidden storage: the person is told, and the list stays while the page is open.
      this.refused = true;
    }
  }

  /** What the browser holds; `null` where it cannot be read. */
  #read(): Scenario[] | null {
    // What was refused is on this page only: reading would lose it.
    if (this.refused) return null;
    try {
      const kept: unknown = JSON.parse(this.#storage().getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isScenario) : [];
    } catch {
      this.refused = true;
      return null;
    }
  }
}

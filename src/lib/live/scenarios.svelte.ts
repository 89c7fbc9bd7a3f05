/** A siting question that a person keeps in their browser. */
export interface Scenario {
  name: string;
  /** The parameters of its address. */
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

/** The scenarios of a browser, the last saved first; none where a browser keeps nothing. */
export class Scenarios {
  list = $state.raw<readonly Scenario[]>([]);
  /** Whether the browser refused to keep them. */
  refused = $state(false);
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;

  /** `storage` may throw: a browser that blocks what sites keep does so on reading it. */
  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.list = this.#read();
  }

  /** Keeps a scenario; one of the same name is replaced. */
  save({ name, query }: Scenario): void {
    this.keep([{ name, query }, ...this.list.filter((one) => one.name !== name)].slice(0, MOST));
  }

  remove(name: string): void {
    this.keep(this.list.filter((one) => one.name !== name));
  }

  /** Keeps just these. */
  keep(list: readonly Scenario[]): void {
    this.list = list;
    try {
      this.#storage().setItem(KEY, JSON.stringify(list));
      this.refused = false;
    } catch {
      // A full or forbidden storage: the person is told, and the list stays while the page is open.
      this.refused = true;
    }
  }

  #read(): Scenario[] {
    try {
      const kept: unknown = JSON.parse(this.#storage().getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isScenario) : [];
    } catch {
      this.refused = true;
      return [];
    }
  }
}

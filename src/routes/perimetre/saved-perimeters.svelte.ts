import { readSaved, withSaved, writeSaved, type SavedPerimeter } from './saved-list.ts';

const KEY = 'maillage-perimetres';

/** Why the browser did not keep something. */
export type SavingProblem = 'refused' | 'full';

/** The perimeters kept in this browser. Read once the page is there; another tab's changes follow. */
export class SavedPerimeters {
  list = $state.raw<readonly SavedPerimeter[]>([]);
  /** Whether some could not be read back. */
  damaged = $state(false);
  /** Whether the browser keeps nothing at all. */
  refused = $state(false);

  constructor() {
    $effect(() => {
      this.#read();
      const onstorage = ({ key }: StorageEvent): void => {
        if (key === KEY || key === null) this.#read();
      };
      window.addEventListener('storage', onstorage);
      return () => window.removeEventListener('storage', onstorage);
    });
  }

  #read(): void {
    try {
      const { saved, damaged } = readSaved(localStorage.getItem(KEY));
      this.list = saved;
      this.damaged = damaged;
    } catch {
      this.refused = true;
    }
  }

  /** Keeps a perimeter under its name, in the place of the one that had it. */
  save(perimeter: SavedPerimeter): SavingProblem | null {
    return this.#write(withSaved(this.list, perimeter));
  }

  rename(from: string, to: string): SavingProblem | null {
    return this.#write(this.list.map((one) => (one.name === from ? { ...one, name: to } : one)));
  }

  remove(name: string): SavingProblem | null {
    return this.#write(this.list.filter((one) => one.name !== name));
  }

  has(name: string): boolean {
    return this.list.some((one) => one.name === name);
  }

  /** The list on screen is what the browser holds: it changes only once that is written. */
  #write(next: readonly SavedPerimeter[]): SavingProblem | null {
    try {
      localStorage.setItem(KEY, writeSaved(next));
    } catch (error) {
      const full =
        error instanceof DOMException && error.name === 'QuotaExceededError' && this.list.length > 0;
      return full ? 'full' : 'refused';
    }
    this.list = next;
    return null;
  }
}

import { deserialize } from '$app/forms';
import { getContext, setContext } from 'svelte';
import { saving as words } from '#lib/messages/strategy-saving.ts';
import { seenName, typedName } from '#lib/strategy/field-names.ts';
import { FieldDrafts } from '#lib/strategy/field-drafts.ts';
import { Cell } from '#lib/strategy/step-cell.svelte.ts';
import type { ShownOutcome } from '#lib/strategy/shown-outcome.ts';

/** How long after the last key a field is saved. */
const SETTLE_MS = 800;

/** Saves what is typed on a page of a strategy, field by field, and keeps in the browser what could not be. */
export class StepDesk {
  /** Why nothing can be saved for now; `null` when it can. */
  problem = $state<string | null>(null);
  signIn = $state(false);
  /** Milliseconds. */
  savedAt = $state<number | null>(null);
  restored = $state(false);
  /** What was saved last, to be undone. */
  batch = $state<string | null>(null);
  readonly #cells: Record<string, Cell> = {};
  readonly #first: readonly ShownOutcome[];
  readonly #drafts: FieldDrafts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;

  /** `first` are outcomes of a form that was sent without scripts. */
  constructor(strategy: string, first: readonly ShownOutcome[], storage: () => Storage) {
    this.#first = first;
    this.#drafts = new FieldDrafts(strategy, storage);
  }

  /** The cell of a field, made at its first use. */
  cell(item: string, field: string, value: string): Cell {
    const key = `${item}/${field}`;
    const held = this.#cells[key];
    if (held) return held;
    const cell = new Cell(item, field, value);
    const first = this.#first.find((one) => one.item === item && one.field === field);
    if (first && first.became !== 'saved') {
      cell.now = first.typed;
      cell.settle(first);
    }
    this.#cells[key] = cell;
    return cell;
  }

  /** Takes back what a former page could not save. */
  resume(): void {
    for (const { item, field, was, now } of this.#drafts.list()) {
      const cell = this.#cells[`${item}/${field}`];
      if (!cell || now === cell.was) continue;
      cell.was = was;
      cell.now = now;
      cell.state = 'typed';
      this.restored = true;
    }
    this.#schedule(0);
  }

  typed(cell: Cell, now: string): void {
    cell.now = now;
    if (cell.state !== 'conflict') cell.state = now === cell.was ? 'still' : 'typed';
    this.#keep(cell);
    this.#schedule(SETTLE_MS);
  }

  choose(cell: Cell, mine: boolean): void {
    cell.choose(mine);
    this.#keep(cell);
    this.#schedule(0);
  }

  /** Saves at once what waits; resolves when the server has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    const waiting = Object.values(this.#cells).filter((cell) => cell.isWaiting && cell.state !== 'refused');
    if (waiting.length === 0) return;
    this.#sending = this.#send(waiting).finally(() => (this.#sending = null));
    await this.#sending;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #keep(cell: Cell): void {
    this.#drafts.keep({ item: cell.item, field: cell.field, was: cell.was, now: cell.now });
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #send(cells: readonly Cell[]): Promise<void> {
    const form = new FormData();
    for (const cell of cells) {
      form.set(seenName(cell.item, cell.field), cell.was);
      form.set(typedName(cell.item, cell.field), cell.now);
      cell.state = 'saving';
    }
    const again = (problem: string, signIn: boolean): void => {
      this.problem = problem;
      this.signIn = signIn;
      for (const cell of cells) cell.state = 'typed';
    };
    try {
      const response = await fetch('?/save', {
        method: 'POST',
        body: form,
        headers: { 'x-sveltekit-action': 'true', accept: 'application/json' },
        keepalive: true,
      });
      const result = deserialize<
        { outcomes: ShownOutcome[]; batch: string | null },
        { problem: string; signIn: boolean }
      >(await response.text());
      if (result.type === 'failure')
        return again(result.data?.problem ?? words.offline, result.data?.signIn === true);
      if (result.type !== 'success') return again(words.offline, false);
      this.problem = null;
      this.signIn = false;
      this.savedAt = Date.now();
      this.batch = result.data?.batch ?? this.batch;
      for (const outcome of result.data?.outcomes ?? []) {
        const cell = this.#cells[`${outcome.item}/${outcome.field}`];
        if (!cell) continue;
        cell.settle(outcome);
        this.#keep(cell);
      }
    } catch {
      // The network: what is typed stays in the browser, and goes at the next try.
      again(words.offline, false);
    }
  }
}

const KEY = Symbol('step desk');

/** Gives the desk of a page to the fields on it. */
export const provideDesk = (desk: StepDesk): StepDesk => setContext(KEY, desk);

/** The desk of the page that a field is on. */
export const useDesk = (): StepDesk => getContext<StepDesk>(KEY);

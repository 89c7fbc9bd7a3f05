import type { ShownOutcome } from './shown-outcome.ts';

/** One field of an item as it is on the page. */
export class Cell {
  readonly item: string;
  readonly field: string;
  /** What stands, as far as this page knows. */
  was = $state('');
  now = $state('');
  state = $state<'still' | 'typed' | 'saving' | 'saved' | 'conflict' | 'fault' | 'refused'>('still');
  /** Why it is not saved. */
  problem = $state('');
  /** What somebody else wrote, in a conflict. */
  theirs = $state('');

  constructor(item: string, field: string, value: string) {
    this.item = item;
    this.field = field;
    this.was = value;
    this.now = value;
  }

  get isWaiting(): boolean {
    return this.now !== this.was && this.state !== 'conflict' && this.state !== 'saving';
  }

  /** Takes what the page was loaded with, unless something is being typed. */
  renew(value: string): void {
    if (value === this.was) return;
    if (this.now !== this.was) return;
    this.was = value;
    this.now = value;
  }

  settle({ became, value, problem, typed }: ShownOutcome): void {
    this.problem = problem;
    if (became === 'saved') {
      // What was typed while it was on its way waits for its turn.
      if (this.now === typed) this.now = value ?? typed;
      this.was = value ?? typed;
      this.state = this.now === this.was ? 'saved' : 'typed';
      return;
    }
    this.state = became;
    if (became === 'conflict') this.theirs = value ?? '';
  }

  /** Ends a conflict: what was typed here is written over the other, or the other stands. */
  choose(mine: boolean): void {
    this.was = this.theirs;
    if (!mine) this.now = this.theirs;
    this.state = mine && this.now !== this.was ? 'typed' : 'still';
    this.problem = '';
  }
}

import type { Robustness } from '../domain/need/robustness.ts';
import type { RobustnessQuestion } from '../workers/need-messages.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import type { NeedDesk } from './need-desk.ts';

export type RobustAsked = Omit<RobustnessQuestion, 'level'> & { level: MapLevel };

/** A pause in the movements of weights: drawing a thousand variants starts then. */
const SETTLE_MS = 500;

/**
 * How much the ranks on screen owe to choices. What was drawn for other choices is dropped at once: a
 * firmness that is not that of the ranks beside it would be a lie.
 */
export class RobustRanks {
  value = $state.raw<Robustness | null>(null);
  /** Share of the variants drawn, 0 to 1; `null` when nothing is being drawn. */
  progress = $state<number | null>(null);
  failed = $state(false);
  readonly #desk: NeedDesk;
  readonly #wanted: () => { key: string; asked: RobustAsked } | null;
  #key: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `wanted` gives what to draw, `null` for nothing. Made while a component starts. */
  constructor(desk: NeedDesk, wanted: () => { key: string; asked: RobustAsked } | null) {
    this.#desk = desk;
    this.#wanted = wanted;
    $effect(() => this.#follow(wanted()));
    $effect(() => () => clearTimeout(this.#timer));
  }

  /** Draws again what could not be drawn. */
  retry(): void {
    if (!this.failed) return;
    this.#key = null;
    this.#follow(this.#wanted());
  }

  #follow(wanted: { key: string; asked: RobustAsked } | null): void {
    if ((wanted?.key ?? null) === this.#key) return;
    this.#key = wanted?.key ?? null;
    clearTimeout(this.#timer);
    this.#desk.stopRobustness();
    this.value = null;
    this.failed = false;
    this.progress = wanted && 0;
    if (wanted) this.#timer = setTimeout(() => void this.#draw(wanted.key, wanted.asked), SETTLE_MS);
  }

  async #draw(key: string, asked: RobustAsked): Promise<void> {
    const current = (): boolean => key === this.#key;
    try {
      const drawn = await this.#desk.robustness(asked, (share) => {
        if (current()) this.progress = share;
      });
      if (current() && drawn) this.value = drawn;
    } catch {
      if (current()) this.failed = true;
    }
    if (current()) this.progress = null;
  }
}

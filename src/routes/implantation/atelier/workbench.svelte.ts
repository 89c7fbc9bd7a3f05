import { costOf } from '#lib/domain/siting/hand/cost.ts';
import { pointKey, type HandEdits, type Spot } from '#lib/domain/siting/hand/edits.ts';
import type { HandFigures } from '#lib/domain/siting/hand/figures.ts';
import type { HandFrame } from '#lib/domain/siting/hand/hand-frame.ts';
import { problemsOf } from '#lib/domain/siting/hand/problems.ts';
import { SpotFinder, spotsOf, type Located } from '#lib/domain/siting/hand/whereabouts.ts';
import { fetchHandFrame, fetchPointCommune, RequestError } from '#lib/live/requests.ts';
import { writeSpot } from '#lib/view/edit-grammar.ts';
import { edited, historyOf, redone, undone, type EditHistory } from '#lib/view/edit-history.ts';
import { writeHandView, type HandView } from '#lib/view/hand-view.ts';
import { startHandRunner, type HandRunner } from '#lib/workers/hand.ts';
import { askedOf, pricesOf } from '#lib/siting/hand-asked.ts';
import { frameQuery, frameReach } from '#lib/siting/frame-query.ts';
import { spotName, type SpotNames } from '#lib/siting/spot-names.ts';

/** A frame that has come, and how its spots are found. */
interface Held {
  frame: HandFrame;
  finder: SpotFinder;
}

/** What the page does for its workbench, which alone knows where it is. */
export interface WorkbenchPage {
  /** Writes the address of what is shown, leaving the entry of the browser's history in place. */
  write: (view: HandView) => void;
  /** Has the server count a scenario: where the browser does not. */
  ask: (view: HandView) => Promise<void>;
}

/** A pause in a movement: the address follows then. */
const SETTLE_MS = 250;

/**
 * A scenario in hand: what was done to it, and its figures, which a worker counts again at each change. Until the
 * frame has come, or where no worker runs, the server counts instead.
 */
export class Workbench {
  history = $state.raw() as EditHistory<HandView>;
  /** What the frame gave last; `null` before the first, the page's own figures then stand. */
  figures = $state.raw<HandFigures | null>(null);
  /** The scenario that these figures are of. */
  #counted = $state.raw<HandView | null>(null);
  held = $state.raw<Held | null>(null);
  state = $state<'loading' | 'ready' | 'failed' | 'stale'>('loading');
  located = $state.raw<Located>({});
  names = $state.raw<SpotNames>({});
  readonly view: HandView = $derived.by(() => this.history.present);
  readonly canUndo = $derived.by(() => this.history.past.length > 0);
  readonly canRedo = $derived.by(() => this.history.future.length > 0);
  /** Whether figures are on their way. */
  readonly waiting = $derived.by(() => this.figures !== null && this.#counted !== this.view);
  readonly #page: WorkbenchPage;
  #runner: HandRunner | null = null;
  #frameKey = '';
  /** Points asked about. */
  readonly #locating: string[] = [];
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor(view: HandView, known: { located: Located; names: SpotNames }, page: WorkbenchPage) {
    this.history = historyOf(view);
    this.located = known.located;
    this.names = known.names;
    this.#page = page;
  }

  /** Takes what the server answered: the same scenario, or one that a form changed, which is a step more. */
  take(view: HandView, known: { located: Located; names: SpotNames }): void {
    this.located = { ...this.located, ...known.located };
    this.names = { ...this.names, ...known.names };
    // Something was done since the server was asked: it will be asked again.
    if (this.#writing !== undefined) return;
    if (writeHandView(view) !== writeHandView(this.view)) this.history = edited(this.history, view);
  }

  /** Changes the scenario; moves of one `gesture` in a row are one step. */
  change(next: Partial<HandView>, gesture: string | null = null): void {
    this.#show(edited(this.history, { ...this.view, ...next }, gesture));
  }

  edit(edits: HandEdits, gesture: string | null = null): void {
    if (edits !== this.view.edits) this.change({ edits }, gesture);
  }

  undo(): void {
    this.#show(undone(this.history));
  }

  redo(): void {
    this.#show(redone(this.history));
  }

  /** Keeps the name of a spot that the page learnt by itself. */
  learn(names: SpotNames): void {
    this.names = { ...this.names, ...names };
  }

  readonly nameOf = (spot: Spot): string => spotName(spot, this.names, this.located, this.held);

  /** Euros a year; `null` before the frame is there. */
  readonly cost = $derived.by(() =>
    this.held
      ? costOf(this.held.frame, askedOf(this.view, this.located), pricesOf(this.view), this.held.finder)
      : null,
  );

  /** What to say of the scenario; `null` before the frame is there. */
  readonly problems = $derived.by(() =>
    this.held
      ? problemsOf(
          this.held.frame,
          this.view.edits,
          this.located,
          this.held.finder,
          (spot) => writeSpot(spot) in this.names,
        )
      : null,
  );

  /** Fetches the frame of what is shown, when it is another; to be read in an effect. Gives nothing back when it is the same. */
  follow(edition: number): void {
    const key = `${edition}/${frameQuery(this.view.question)}`;
    if (key === this.#frameKey) return;
    this.#frameKey = key;
    this.state = 'loading';
    // A frame made for less than what is asked counts nothing right.
    if (this.held && this.held.frame.reach < 1_000 * frameReach(this.view.question)) this.#drop();
    fetchHandFrame(frameQuery(this.view.question), edition).then(
      (frame) => {
        if (key === this.#frameKey) this.#keep(frame);
      },
      (reason: unknown) => {
        if (key === this.#frameKey) this.#fail(reason);
      },
    );
  }

  /** Counts what is shown; to be read in an effect. */
  count(): void {
    const { view, located, held } = this;
    if (!held || !this.#runner || held.frame.reach < 1_000 * view.question.limit) return;
    this.#runner.ask(askedOf(view, located)).then(
      (figures) => {
        if (!figures) return;
        this.figures = figures;
        this.#counted = view;
      },
      () => this.#fail(null),
    );
  }

  /** Asks which communes the points of the scenario are in, once they stay; to be read in an effect. Gives the way to end it. */
  locate(): () => void {
    const spots = spotsOf(this.view.edits);
    const timer = setTimeout(() => this.#locate(spots), SETTLE_MS);
    return () => clearTimeout(timer);
  }

  #locate(spots: readonly Spot[]): void {
    for (const spot of spots) {
      if (spot.kind !== 'point') continue;
      const key = pointKey(spot);
      if (key in this.located || this.#locating.includes(key)) continue;
      this.#locating.push(key);
      fetchPointCommune(key).then(
        ({ located, names }) => {
          this.names = { ...this.names, ...names };
          this.located = { ...this.located, ...located };
        },
        // The nearest centre stands in for it; the point is asked about again when it changes.
        () => void this.#locating.splice(this.#locating.indexOf(key), 1),
      );
    }
  }
  close(): void {
    clearTimeout(this.#writing);
    this.#drop();
  }

  /** Writes the address now rather than after a pause. */
  settle(): void {
    if (this.#writing === undefined) return;
    clearTimeout(this.#writing);
    this.#writing = undefined;
    if (this.#runner) this.#page.write(this.view);
    else void this.#page.ask(this.view);
  }

  #show(history: EditHistory<HandView>): void {
    if (history === this.history) return;
    this.history = history;
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.settle(), SETTLE_MS);
  }

  #keep(frame: HandFrame): void {
    this.#runner?.close();
    this.#runner = startHandRunner(frame);
    this.held = { frame, finder: new SpotFinder(frame) };
    this.state = 'ready';
  }

  #drop(): void {
    this.#runner?.close();
    this.#runner = null;
    this.held = null;
    this.figures = null;
  }

  #fail(reason: unknown): void {
    this.#drop();
    const isStale = reason instanceof RequestError && reason.outdated;
    this.state = isStale ? 'stale' : 'failed';
    // What the page came with holds, unless something was done since, or the data changed.
    if (isStale || this.canUndo || this.canRedo) void this.#page.ask(this.view);
  }
}

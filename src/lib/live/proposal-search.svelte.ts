import type { CostUnit } from '../domain/access/reach.ts';
import type { SiteSheet } from '../domain/siting/frame/site-sheet.ts';
import type { ProposalRunner } from '../workers/proposals.ts';
import { fetchSiteSheets, RequestError } from './requests.ts';

/** Sheets of sites, by number. */
export type Sheets = Readonly<Record<number, SiteSheet | null>>;

/** Milliseconds without anything better after which one is told so. */
const QUIET_MS = 15_000;

/** Makes the proposal of a page better in a worker, until it is proven or the person stops it. */
export class ProposalSearch<Frame, Asked, Proposal extends { gap: number }> {
  state = $state<'waiting' | 'working' | 'stopped' | 'done' | 'failed' | 'stale'>('waiting');
  /** The question that all this is of, by its parameters; `null` before the first. */
  of = $state<string | null>(null);
  /** The best proposal of the browser; `null` before the first. */
  proposal = $state.raw<Proposal | null>(null);
  frame = $state.raw<Frame | null>(null);
  /** Sheets of sites that the page did not come with, by number. */
  sheets = $state.raw<Sheets>({});
  /** Whether sites could not be described: the data changed, or the server is out of reach. */
  undescribed = $state(false);
  /** Whether nothing better came for a while. */
  quiet = $state(false);
  /** Edition of the data that the frame is of. */
  edition = 0;
  #runner: ProposalRunner<Frame, Asked, Proposal> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #fetchFrame: (query: string, edition: number) => Promise<Frame>;
  readonly #startRunner: (
    told: (proposal: Proposal, done: boolean) => void,
    onfail: () => void,
  ) => ProposalRunner<Frame, Asked, Proposal>;

  constructor(
    fetchFrame: (query: string, edition: number) => Promise<Frame>,
    startRunner: (
      told: (proposal: Proposal, done: boolean) => void,
      onfail: () => void,
    ) => ProposalRunner<Frame, Asked, Proposal>,
  ) {
    this.#fetchFrame = fetchFrame;
    this.#startRunner = startRunner;
  }

  /** Fetches the frame of a question, then searches; gives the way to end it all. */
  begin(query: string, asked: Asked, edition: number): () => void {
    let ended = false;
    this.edition = edition;
    this.of = query;
    this.undescribed = false;
    this.proposal = null;
    this.frame = null;
    this.sheets = {};
    this.state = 'waiting';
    this.#fetchFrame(query, edition).then(
      (frame) => {
        if (ended) return;
        this.frame = frame;
        this.resume(asked);
      },
      (reason: unknown) => {
        if (ended) return;
        this.state = reason instanceof RequestError && reason.outdated ? 'stale' : 'failed';
      },
    );
    return () => {
      ended = true;
      clearTimeout(this.#timer);
      this.#runner?.close();
      this.#runner = null;
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#runner?.stop();
    this.state = 'stopped';
  }

  /** Searches again, with the same first steps. */
  resume(asked: Asked): void {
    if (!this.frame) return;
    this.#runner ??= this.#startRunner(
      (proposal, done) => this.#keep(proposal, done),
      () => (this.state = 'failed'),
    );
    this.state = 'working';
    this.#listen();
    this.#runner.ask(this.frame, asked);
  }

  #keep(proposal: Proposal, done: boolean): void {
    // Searching again starts from the first proposal: what is better stays.
    if (!this.proposal || proposal.gap <= this.proposal.gap || done) this.proposal = proposal;
    if (done) {
      clearTimeout(this.#timer);
      this.state = 'done';
    } else this.#listen();
  }

  #listen(): void {
    clearTimeout(this.#timer);
    this.quiet = false;
    this.#timer = setTimeout(() => (this.quiet = true), QUIET_MS);
  }

  /** Asks for the sheets of sites, each once, that neither the page nor this has; `nameOf` is « kind-reference » of a number, `unit` that of what is near. */
  async describe(
    numbers: readonly number[],
    known: Sheets,
    { nameOf, unit }: { nameOf: (site: number) => string; unit: CostUnit },
  ): Promise<void> {
    const { frame } = this;
    if (!frame) return;
    const missing = numbers.filter((site) => !(site in known) && !(site in this.sheets));
    if (missing.length === 0) return;
    const found = await fetchSiteSheets(missing.map(nameOf), this.edition, unit).catch(() => null);
    if (frame !== this.frame) return;
    this.undescribed = found === null;
    if (!found) return;
    this.sheets = {
      ...this.sheets,
      ...Object.fromEntries(missing.map((site, at) => [site, found[at] ?? null])),
    };
  }
}

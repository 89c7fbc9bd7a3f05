import { unitOf, type FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import type { SiteSheet } from '#lib/domain/siting/frame/site-sheet.ts';
import { siteKey, type SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { fetchSiteSheets, fetchSitingFrame } from '#lib/live/requests.ts';
import { startSitingRunner, type SitingRunner } from '#lib/workers/siting.ts';
import { SHOWN_SITES } from './shown-sites.ts';

/** Sheets of sites, by number. */
export type Sheets = Readonly<Record<number, SiteSheet | null>>;

/** What a page shows of a proposal: the server's has no standing of each point. */
export type ShownProposal = Omit<Proposal, 'standing'> & Partial<Pick<Proposal, 'standing'>>;

/** Milliseconds without anything better after which one is told so. */
const QUIET_MS = 15_000;

/** Makes the proposal of a page better in a worker, until it is proven or the person stops it. */
export class SitingSearch {
  state = $state<'waiting' | 'working' | 'stopped' | 'done' | 'failed'>('waiting');
  /** The question that all this is of, by its parameters; `null` before the first. */
  of = $state<string | null>(null);
  /** The best proposal of the browser; `null` before the first. */
  proposal = $state.raw<Proposal | null>(null);
  frame = $state.raw<SitingFrame | null>(null);
  /** Sheets of sites that the page did not come with, by number. */
  sheets = $state.raw<Sheets>({});
  /** Whether sites could not be described: the data changed, or the server is out of reach. */
  undescribed = $state(false);
  /** Whether nothing better came for a while. */
  quiet = $state(false);
  #edition = 0;
  #runner: SitingRunner | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fetches the frame of a question, then searches; gives the way to end it all. */
  begin(query: string, asked: FrameAsked, edition: number): () => void {
    let ended = false;
    this.#edition = edition;
    this.of = query;
    this.undescribed = false;
    this.proposal = null;
    this.frame = null;
    this.sheets = {};
    this.state = 'waiting';
    fetchSitingFrame(query, edition).then(
      (frame) => {
        if (ended) return;
        this.frame = frame;
        this.resume(asked);
      },
      () => {
        if (!ended) this.state = 'failed';
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
  resume(asked: FrameAsked): void {
    if (!this.frame) return;
    this.#runner ??= startSitingRunner(
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

  /** The parameters that name what a proposal of this search opens and closes, for a file of it. */
  namesOf({ sites, closes }: Pick<Proposal, 'sites' | 'closes'>): string {
    const { frame } = this;
    if (!frame) return '';
    return [
      `edition=${this.#edition}`,
      ...sites.map(({ site }) => `s=${siteKey(frame, site)}`),
      ...closes.map((site) => `f=${siteKey(frame, site)}`),
    ].join('&');
  }

  #listen(): void {
    clearTimeout(this.#timer);
    this.quiet = false;
    this.#timer = setTimeout(() => (this.quiet = true), QUIET_MS);
  }

  /** Asks for the sheets that are missing of what is shown. */
  async describe(known: Sheets): Promise<void> {
    const { proposal, frame } = this;
    if (!proposal || !frame) return;
    const numbers = [...proposal.sites.slice(0, SHOWN_SITES).map(({ site }) => site), ...proposal.closes];
    const missing = numbers.filter((site) => !(site in known) && !(site in this.sheets));
    if (missing.length === 0) return;
    const names = missing.map((site) => siteKey(frame, site));
    const found = await fetchSiteSheets(names, this.#edition, unitOf(frame)).catch(() => null);
    if (frame !== this.frame) return;
    this.undescribed = found === null;
    if (!found) return;
    this.sheets = {
      ...this.sheets,
      ...Object.fromEntries(missing.map((site, at) => [site, found[at] ?? null])),
    };
  }
}

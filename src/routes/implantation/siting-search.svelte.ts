import { unitOf, type FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { siteKey, type SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { ProposalSearch, type Sheets } from '#lib/live/proposal-search.svelte.ts';
import { fetchSitingFrame } from '#lib/live/requests.ts';
import { startSitingRunner } from '#lib/workers/siting.ts';
import { SHOWN_SITES } from './shown-sites.ts';

export type { Sheets };

/** What a page shows of a proposal: the server's has no standing of each point. */
export type ShownProposal = Omit<Proposal, 'standing'> & Partial<Pick<Proposal, 'standing'>>;

/** Makes the proposal of a page better in a worker, and describes its sites. */
export class SitingSearch extends ProposalSearch<SitingFrame, FrameAsked, Proposal> {
  constructor() {
    super(fetchSitingFrame, startSitingRunner);
  }

  /** Asks for the sheets that are missing of what is shown. */
  async describeShown(known: Sheets): Promise<void> {
    const { proposal, frame } = this;
    if (!proposal || !frame) return;
    const shown = [...proposal.sites.slice(0, SHOWN_SITES).map(({ site }) => site), ...proposal.closes];
    await this.describe(shown, known, { nameOf: (site) => siteKey(frame, site), unit: unitOf(frame) });
  }

  /** The parameters that name what a proposal of this search opens and closes, for a file of it. */
  namesOf({ sites, closes }: Pick<Proposal, 'sites' | 'closes'>): string {
    const { frame } = this;
    if (!frame) return '';
    return [
      `edition=${this.edition}`,
      ...sites.map(({ site }) => `s=${siteKey(frame, site)}`),
      ...closes.map((site) => `f=${siteKey(frame, site)}`),
    ].join('&');
  }
}

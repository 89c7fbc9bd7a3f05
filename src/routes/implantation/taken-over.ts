import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { MOST_EDITS, type Spot } from '#lib/domain/siting/hand/edits.ts';
import { handAddress, handOfProposal } from '#lib/view/hand-view.ts';
import type { SitingView } from '#lib/view/siting-view.ts';
import type { Sheets } from './siting-search.svelte.ts';

/** The address where a proposal is taken over by hand, as far as its sites are described: the first ones, as many as a scenario holds. */
export function takenOver(
  view: SitingView,
  { sites, closes }: Pick<Proposal, 'sites' | 'closes'>,
  sheets: Sheets,
): string {
  const spots = sites.slice(0, MOST_EDITS).flatMap(({ site }): Spot[] => {
    const sheet = sheets[site];
    if (sheet?.place) return [{ kind: 'place', id: sheet.place }];
    return sheet?.code ? [{ kind: 'commune', code: sheet.code }] : [];
  });
  const closed = closes.slice(0, MOST_EDITS).flatMap((site) => sheets[site]?.place ?? []);
  return handAddress(handOfProposal(view, spots, closed));
}

import type { Rounds } from '#lib/domain/siting/rounds/rounding.ts';
import type { RoundsFrame } from '#lib/domain/siting/rounds/rounds-file.ts';
import { ProposalSearch, type Sheets } from '#lib/live/proposal-search.svelte.ts';
import { fetchRoundsFrame } from '#lib/live/requests.ts';
import { startRoundsRunner, type AskedRounds } from '#lib/workers/rounds.ts';

/** Makes the rounds of a page better in a worker, and describes their stops. */
export class RoundsSearch extends ProposalSearch<RoundsFrame, AskedRounds, Rounds> {
  constructor() {
    super(fetchRoundsFrame, startRoundsRunner);
  }

  /** Asks for the sheets that are missing of what is shown. */
  async describeShown(known: Sheets): Promise<void> {
    const communes = (this.proposal?.rounds ?? []).flatMap(({ stops }) =>
      stops.map(({ commune }) => commune),
    );
    await this.describe(communes, known, {
      nameOf: (commune) => `commune-${commune}`,
      unit: 'metres',
    });
  }
}

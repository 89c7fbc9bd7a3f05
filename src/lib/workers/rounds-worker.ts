import { rounding } from '../domain/siting/rounds/rounding.ts';
import type { RoundsFrame } from '../domain/siting/rounds/rounds-file.ts';
import type { AskedRounds } from './rounds.ts';
import { serveProposals } from './serve-proposals.ts';

serveProposals(({ frame, told }: RoundsFrame, { asked, start }: AskedRounds) =>
  rounding(frame, asked, told, { seed: 1, start }),
);

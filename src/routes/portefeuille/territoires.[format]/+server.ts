import { portfolioFile } from '../asked-file.server.ts';
import { territoryTable } from '../territory-table.server.ts';
import type { RequestHandler } from './$types';

/** Need against money by perimeter, as a file. */
export const GET: RequestHandler = (event) =>
  portfolioFile(event, 'portefeuille-territoires', territoryTable);

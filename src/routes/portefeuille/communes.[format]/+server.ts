import { portfolioFile } from '../asked-file.server.ts';
import { communeTable } from '../commune-table.server.ts';
import type { RequestHandler } from './$types';

/** Need against money by commune, as a file. */
export const GET: RequestHandler = (event) => portfolioFile(event, 'portefeuille-communes', communeTable);

import { z } from 'zod';
import { isKnown, MARKS, STATES, type Cell } from '../../../domain/indicators/value.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { MARK_WORDS, STATE_WORDS } from '../../../view/state-words.ts';

const words = apiFields.cell;

/** A state, in one word. */
export const stateSchema = z.enum(STATES.map((state) => STATE_WORDS[state])).describe(words.etat);

/** A figure with everything that must be said of it, as fields of a row. */
export const cellFields = {
  valeur: z.number().nullable().describe(words.valeur),
  etat: stateSchema,
  marques: z.array(z.enum(MARKS.map((mark) => MARK_WORDS[mark]))).describe(words.marques),
  couverture: z.number().min(0).max(1).describe(words.couverture),
  bas: z.number().nullable().describe(words.bas),
  haut: z.number().nullable().describe(words.haut),
};

/** The fields of a figure: unknown is `null` with the state that says why, never 0. */
export const cellFieldsOf = (cell: Cell) => ({
  valeur: isKnown(cell) ? cell.value : null,
  etat: STATE_WORDS[cell.state],
  marques: cell.marks.map((mark) => MARK_WORDS[mark]),
  couverture: cell.cover,
  bas: cell.interval?.[0] ?? null,
  haut: cell.interval?.[1] ?? null,
});

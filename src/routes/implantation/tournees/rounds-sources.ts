import type { FigureSource } from '#lib/domain/indicators/source.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import type { RoundsQuestion } from './asked.server.ts';

/** What a week of rounds comes from: the people looked at, and the places of help there are. */
export const roundsSources = ({ view }: Pick<RoundsQuestion, 'view'>): FigureSource[] => [
  ...groupText(view.group).sources,
  ...PLACE_SOURCES,
];

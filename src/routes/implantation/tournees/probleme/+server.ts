import { encodeRoundsFrame } from '#lib/domain/siting/rounds/rounds-file.ts';
import { sitingFile } from '#lib/server/siting-file.ts';
import { readRoundsView, writeRoundsView } from '#lib/view/rounds-view.ts';
import { excessOf, frameOf, questionOf } from '../asked.server.ts';
import type { RequestHandler } from './$types';

/** People, places and communes of rounds, for the search to go on in the browser. */
export const GET: RequestHandler = (event) =>
  sitingFile(event, {
    name: 'rounds-file',
    type: 'application/octet-stream',
    read: readRoundsView,
    excess: excessOf,
    key: (view, today) => `${writeRoundsView(view)}#${today}`,
    encode: (...asked) => encodeRoundsFrame(frameOf(asked[0], questionOf(...asked))),
  });

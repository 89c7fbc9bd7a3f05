import { appDatabase } from '#lib/server/app.ts';
import { diagnosisOf } from '#lib/server/diagnosis/diagnosis.ts';
import { formerOf, locate } from '../locate.server.ts';
import { readPlaceChoice } from './place-choice.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url, '/diagnostic');
  const choice = readPlaceChoice(url, data, params.slug);
  return {
    choice,
    former: formerOf(data, territory, url),
    diagnosis: await diagnosisOf(data, appDatabase(), territory, choice, new Date()),
  };
};

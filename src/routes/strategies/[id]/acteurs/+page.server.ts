import { randomUUID } from 'node:crypto';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { runnersWithin } from '#lib/server/queries/places/runners.ts';
import { stepActions } from '../step-actions.server.ts';
import { itemsOf, openStep } from '../step-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = strategySteps.actors;

/** Structures proposed at once. */
const MOST = 25;

/** The actors of a strategy, and the structures of its perimeter that are not among them. */
export const load: PageServerLoad = async (event) => {
  const { opened, data, shown } = await openStep(event, 'actors');
  const { strategy } = opened.kept;
  const territory = data.territories.bySlug(strategy.territory);
  const held = new Set(strategy.actors.map(({ name }) => name.toLocaleLowerCase('fr')));
  const runners = (territory && shown.root.mayWrite ? runnersWithin(data, territory) : []).filter(
    ({ name }) => !held.has(name.toLocaleLowerCase('fr')),
  );
  return {
    ...shown,
    actors: itemsOf(opened, 'actor').map((item) => ({
      item,
      places: (item.fields.places ?? '').split(' ').filter(Boolean).length,
      communes: (item.fields.communes ?? '')
        .split(' ')
        .filter(Boolean)
        .map((code) => data.territories.get('commune', code)?.name ?? code),
    })),
    count: formatNumber(runners.length),
    runners: runners.slice(0, MOST).map(({ name, places, services, communes }) => ({
      id: randomUUID(),
      places: words.places(formatCount(places.length, 'lieu', 'lieux')),
      fields: {
        name,
        role: 'partner',
        offers: services.join(', '),
        communes: communes.join(' '),
        places: places.join(' '),
      },
    })),
  };
};

export const actions: Actions = stepActions;

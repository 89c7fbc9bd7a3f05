import { isSecured } from '../model/budget.ts';
import { communesOf, type Gazetteer } from '../plan/located-action.ts';
import type { HeldStrategy } from './portfolio.ts';

/** Communes that an action with money granted or paid speaks of: by its sites, its places or the gaps that it answers. */
export function fundedCommunes(strategies: readonly HeldStrategy[], gazetteer: Gazetteer): Set<string> {
  const funded = strategies.flatMap(({ strategy }) =>
    strategy.actions
      .filter(({ status, funding }) => status !== 'dropped' && funding.some((line) => isSecured(line.status)))
      .flatMap((action) => [...communesOf(action, strategy.gaps, gazetteer)]),
  );
  return new Set(funded);
}

/** Whether some money that is granted or paid cannot be told by commune: what is « without » may then have some. */
export const isPartlyLost = (strategies: readonly HeldStrategy[], gazetteer: Gazetteer): boolean =>
  strategies.some(({ strategy }) =>
    strategy.actions.some(
      (action) =>
        action.status !== 'dropped' &&
        action.funding.some(({ status }) => isSecured(status)) &&
        communesOf(action, strategy.gaps, gazetteer).size === 0,
    ),
  );

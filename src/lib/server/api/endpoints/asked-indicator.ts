import { findIndicator, mayRedistribute } from '../../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { sourceNotice } from '../../../domain/indicators/source.ts';
import { api } from '../../../messages/api.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';

/** The indicator that a parameter names. Throws a problem when there is none. */
export function indicatorAsked(parameter: string, id: string): Indicator {
  const found = findIndicator(id);
  if (found) return found;
  const detail = api.faults.indicator(quoted(id));
  throw new ApiProblem('parametres', detail, { faults: [{ parametre: parameter, detail }] });
}

/** Refuses figures whose source may not be redistributed, and says why. */
export function refuseRestricted(one: Indicator): void {
  if (mayRedistribute(one)) return;
  const { title, producer, licence, page } = sourceNotice(one.source);
  throw new ApiProblem(
    'non-redistribuable',
    api.problems.restricted(one.label, title, producer, licence, page),
  );
}

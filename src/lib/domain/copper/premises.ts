import { ABSENT, isKnown, known, type Cell } from '../indicators/value.ts';

/** What is known of the premises of a commune and of fibre there. */
export interface FibreKnown {
  /** Premises, and those without fibre, by « Ma connexion internet ». */
  premises: Cell;
  without: Cell;
  /** Dwellings of 2018, and the share of premises with fibre in 2026, in %: what stands in where the first is not loaded. */
  dwellings: Cell;
  fibre: Cell;
}

/** Premises without fibre, their share in %, and where they come from. */
export interface WithoutFibre {
  count: Cell;
  share: Cell;
  premises: number;
  from: 'counted' | 'dwellings';
}

/**
 * Premises without fibre: as counted, else the share without fibre applied to dwellings, which is rounded to
 * whole ones. `null` when neither is known, never nothing.
 */
export function premisesWithoutFibre({
  premises,
  without,
  dwellings,
  fibre,
}: FibreKnown): WithoutFibre | null {
  if (isKnown(premises) && isKnown(without))
    return {
      count: known(without.value),
      share: premises.value > 0 ? known((100 * without.value) / premises.value) : ABSENT,
      premises: premises.value,
      from: 'counted',
    };
  if (!isKnown(dwellings) || !isKnown(fibre)) return null;
  const share = 100 - fibre.value;
  return {
    count: known(Math.round((share * dwellings.value) / 100)),
    share: known(share),
    premises: dwellings.value,
    from: 'dwellings',
  };
}

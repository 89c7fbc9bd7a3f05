import { DispositifProgrammeNational } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { positionOf, type CommuneFinder } from '../locate.ts';
import type { Place, PlaceKind } from '../place.ts';
import { degreesOf, filledOf, textOf, type LooseRow } from './row.ts';

/** What reading a row needs besides the row. */
export interface SchemaContext {
  /** Identifier of the source it comes from. */
  source: string;
  finder: Pick<CommuneFinder, 'find'>;
}

/** Where a row of either version of the schema says it is, and its current commune. */
export function whereOf(
  row: LooseRow,
  finder: SchemaContext['finder'],
): Pick<Place, 'address' | 'addressExtra' | 'postcode' | 'town' | 'commune' | 'lat' | 'lon' | 'position'> {
  const [lat, lon] = [degreesOf(row, 'latitude'), degreesOf(row, 'longitude')];
  const [postcode, town] = [textOf(row, 'code_postal'), textOf(row, 'commune')];
  const commune = finder.find({ code: textOf(row, 'code_insee'), postcode, town, lat, lon });
  return {
    address: textOf(row, 'adresse'),
    addressExtra: filledOf(row, 'complement_adresse'),
    postcode,
    town,
    commune: commune?.code ?? null,
    ...positionOf(lat, lon, commune),
  };
}

/** What a place mainly is; a France services structure that also has a conseiller stays one. */
export function kindOf(typologies: readonly string[], programmes: readonly string[]): PlaceKind {
  if (typologies.includes('RFS')) return 'france-services';
  if (programmes.includes(DispositifProgrammeNational.ConseillersNumeriques)) return 'conseiller-numerique';
  return programmes.includes(DispositifProgrammeNational.FranceServices) ? 'france-services' : 'mediation';
}

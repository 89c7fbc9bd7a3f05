import { DispositifProgrammeNational } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { blankPlace, type Place } from '../place.ts';
import {
  helpsOnBehalf,
  translateFees,
  translateProgrammes,
  translatePublics,
  translateServices,
  translateSupport,
} from '../v0.ts';
import { filledOf, pageOf, pivotOf, textOf, type LooseRow } from './row.ts';
import { whereOf, type SchemaContext } from './row-place.ts';

/** A place from a row of the schema v0, in the words of v1.0.2; e-mail and telephone are not read. */
export function fromV0(row: LooseRow, { source, finder }: SchemaContext): Place {
  const programmes = translateProgrammes(textOf(row, 'labels_nationaux')).words;
  const { publics, specificCare } = translatePublics(textOf(row, 'publics_accueillis'));
  const support = textOf(row, 'modalites_accompagnement');
  return {
    ...blankPlace(textOf(row, 'id'), textOf(row, 'nom')),
    ...whereOf(row, finder),
    kind: programmes.includes(DispositifProgrammeNational.ConseillersNumeriques)
      ? 'conseiller-numerique'
      : 'mediation',
    pivot: pivotOf(row),
    typology: filledOf(row, 'typologie'),
    services: translateServices(textOf(row, 'services')).words,
    publics,
    specificCare,
    fees: translateFees(textOf(row, 'conditions_acces') || textOf(row, 'conditions_access')).words,
    support: translateSupport(support).words,
    onBehalf: helpsOnBehalf(support),
    programmes,
    hours: filledOf(row, 'horaires'),
    website: pageOf(textOf(row, 'site_web')),
    bookingUrl: pageOf(textOf(row, 'prise_rdv')),
    summary: filledOf(row, 'presentation_resume'),
    detail: filledOf(row, 'presentation_detail'),
    updated: filledOf(row, 'date_maj'),
    sources: [source],
  };
}

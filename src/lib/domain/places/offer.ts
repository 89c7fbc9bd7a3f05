import { Frais, ModaliteAccompagnement, Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import type { Place } from './place.ts';

/**
 * What a person finds in a place, kept apart: « access » alone hides the lack of help (the mapping of
 * Grenoble by Emmaüs Connect). Do not renumber: their rank is a bit of the display file.
 */
export const OFFERS = [
  'wifi',
  'free-access',
  'assisted-access',
  'training',
  'equipment',
  'rights',
  'social-action',
  'worker-training',
] as const;

export type Offer = (typeof OFFERS)[number];

export const OFFER_LABELS: Readonly<Record<Offer, string>> = {
  wifi: 'Wi-Fi gratuit',
  'free-access': 'Accès libre à un ordinateur',
  'assisted-access': 'Accès accompagné',
  training: 'Formation aux usages',
  equipment: 'Matériel ou connexion à prix solidaire',
  rights: 'Accès aux droits (France services)',
  'social-action': 'Action sociale',
  'worker-training': 'Formation des travailleurs sociaux à la médiation numérique',
};

/** Services that teach, when help is given there. */
const TAUGHT: readonly string[] = [
  Service.MaitriseDesOutilsNumeriquesDuQuotidien,
  Service.ComprehensionDuMondeNumerique,
  Service.UtilisationSecuriseeDuNumerique,
];

/** Typologies of the national schema whose first work is social action. */
const SOCIAL: readonly string[] = [
  'ASE',
  'CCAS',
  'CIAS',
  'CHRS',
  'CADA',
  'CMS',
  'CDAS',
  'UDAF',
  'CAARUD',
  'HUDA',
  'RS_FJT',
];

/**
 * What a place offers: what its source says outright, and what its services, support and programmes
 * say by themselves. A place that says nothing offers nothing known.
 */
export function offersOf(
  place: Pick<Place, 'offers' | 'services' | 'support' | 'fees' | 'programmes' | 'typology' | 'onBehalf'>,
): Offer[] {
  const { services, support, fees, programmes, typology } = place;
  const helped = place.onBehalf || support.some((mode) => mode !== ModaliteAccompagnement.EnAutonomie);
  const access = services.includes(Service.AccesInternetEtMaterielInformatique);
  const said: Readonly<Record<Offer, boolean>> = {
    wifi: false,
    'free-access': access && !fees.includes(Frais.Payant),
    'assisted-access': helped && (access || services.includes(Service.AideAuxDemarchesAdministratives)),
    training:
      services.some((service) => TAUGHT.includes(service)) &&
      (support.length === 0 || support.includes(ModaliteAccompagnement.DansUnAtelier) || helped),
    equipment: services.includes(Service.MaterielInformatiqueAPrixSolidaire),
    rights: programmes.includes('France Services') || typology === 'RFS',
    'social-action': typology !== null && SOCIAL.includes(typology),
    'worker-training': false,
  };
  return OFFERS.filter((offer) => said[offer] || place.offers.includes(offer));
}

import { SOURCE_IDS, type SourceId } from '../../domain/indicators/source.ts';
import type { Adapter, ComputedAdapter } from './adapter.ts';
import { cog2026 } from './sources/territory/cog-2026.ts';
import { contours } from './sources/territory/contours.ts';
import { cartefibre } from './sources/connection/cartefibre.ts';
import { copper } from './sources/connection/copper.ts';
import { copperWithoutFibre } from './sources/connection/copper-without-fibre.ts';
import { povertyEstimate } from './sources/people/poverty-estimate.ts';
import { fibre2018 } from './sources/connection/fibre-2018.ts';
import { fibre2026 } from './sources/connection/fibre-2026.ts';
import { filosofi2021 } from './sources/people/filosofi-2021.ts';
import { franceServices } from './sources/places/france-services.ts';
import { grid1km } from './sources/people/grid-1km.ts';
import { ifnCommunes, ifnEpci } from './sources/people/ifn.ts';
import { mciSpeeds } from './sources/connection/mci-debits.ts';
import { mciTechnologies } from './sources/connection/mci-technologies.ts';
import { mobile } from './sources/connection/mobile.ts';
import { conseillerNumeriquePlaces, dataInclusionPlaces } from './sources/places/national-places.ts';
import { populations } from './sources/people/populations.ts';
import { rp2018 } from './sources/people/rp-2018.ts';
import { rp2022 } from './sources/people/rp-2022.ts';
import { centrality, density, rurality } from './sources/people/typologies.ts';
import { iris, priorityNeighbourhoods } from './sources/territory/zones.ts';

/** The adapter of every source of the catalogue. */
export const ADAPTERS: Readonly<Record<SourceId, Adapter>> = {
  'cog-2026': cog2026,
  contours,
  'rp-2018': rp2018,
  'filosofi-2021': filosofi2021,
  'fibre-2026': fibre2026,
  'fibre-2018': fibre2018,
  'rp-2022': rp2022,
  densite: density,
  ruralite: rurality,
  centralite: centrality,
  'estimation-pauvrete': povertyEstimate,
  'ifn-communes': ifnCommunes,
  'ifn-epci': ifnEpci,
  'france-services': franceServices,
  'lieux-data-inclusion': dataInclusionPlaces,
  'lieux-conseiller-numerique': conseillerNumeriquePlaces,
  'mci-technologies': mciTechnologies,
  'mci-debits': mciSpeeds,
  cartefibre,
  cuivre: copper,
  'cuivre-sans-fibre': copperWithoutFibre,
  mobile,
  populations,
  'grille-1km': grid1km,
  'qpv-2024': priorityNeighbourhoods,
  iris,
};

/** What is computed from other sources, in loading order. */
export const COMPUTED: readonly ComputedAdapter[] = SOURCE_IDS.map((id) => ADAPTERS[id]).filter(
  (adapter) => adapter.kind === 'computed',
);

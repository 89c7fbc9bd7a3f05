import type { Action } from './action.ts';
import type { Endpoint } from './endpoint.ts';
import { implantation as implantationAt } from './actions/implantation.ts';
import { catalogue as catalogueAt } from './endpoints/catalogue.ts';
import { datapackage as datapackageAt } from './endpoints/datapackage.ts';
import { nouveauLieu as nouveauLieuAt } from './actions/nouveau-lieu.ts';
import { accueil as accueilOf } from './endpoints/accueil.ts';
import { communesHorsDePortee } from './endpoints/communes-hors-de-portee.ts';
import { ecarts } from './endpoints/ecarts.ts';
import { indicateur } from './endpoints/indicateur.ts';
import { indicateurs } from './endpoints/indicateurs.ts';
import { lieu } from './endpoints/lieu.ts';
import { lieux } from './endpoints/lieux.ts';
import { ouvertures } from './endpoints/ouvertures.ts';
import { openapi as openapiOf } from './endpoints/openapi.ts';
import { scores } from './endpoints/scores.ts';
import { territoire } from './endpoints/territoire.ts';
import { territoires } from './endpoints/territoires.ts';
import { valeurs } from './endpoints/valeurs.ts';

/** Where the interface stands on the site. */
export const API_ROOT = '/api/v1';

const everything = () => ({ endpoints: ENDPOINTS, actions: ACTIONS });

/** Searches of where to open. */
export const implantation = implantationAt(API_ROOT);

/** Places that programs add. */
export const nouveauLieu = nouveauLieuAt(API_ROOT);

/** What may be republished, for portals and for tools. */
export const datapackage = datapackageAt(API_ROOT);
export const catalogue = catalogueAt(API_ROOT);

/** The endpoints that speak of the others. */
export const accueil = accueilOf(everything, API_ROOT);
export const openapi = openapiOf(everything, API_ROOT);

/** Every endpoint that is read, by anybody unless it says so, in the order in which the document and the page list them. */
export const ENDPOINTS: readonly Endpoint[] = [
  accueil,
  territoires,
  territoire,
  indicateurs,
  indicateur,
  valeurs,
  scores,
  lieux,
  lieu,
  ecarts,
  communesHorsDePortee,
  ouvertures,
  datapackage,
  catalogue,
  openapi,
];

/** What a key has done. */
export const ACTIONS: readonly Action[] = [...Object.values(implantation), nouveauLieu];

/** The methods that an address takes, `path` being below the root with its parameters in braces; none where nothing is. */
export const methodsAt = (path: string): string[] => [
  ...new Set(
    [...ENDPOINTS.map((one) => ({ ...one, method: 'get' })), ...ACTIONS]
      .filter((one) => one.path === path)
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
  ),
];

import { isFeminine, type Level } from '../domain/territory/level.ts';
import type { Territory } from '../domain/territory/territory.ts';

export const LEVEL_LABELS: Record<Level, string> = {
  arrondissement: 'Arrondissement municipal',
  commune: 'Commune',
  epci: 'Intercommunalité (EPCI)',
  ept: 'Établissement public territorial (EPT)',
  departement: 'Département',
  region: 'Région',
  france: 'France',
};

/** Where room is short: beside a figure, in a list of parents. */
export const SHORT_LEVELS: Record<Level, string> = {
  ...LEVEL_LABELS,
  arrondissement: 'Arrondissement',
  epci: 'EPCI',
  ept: 'EPT',
};

export const LEVEL_PLURALS: Record<Level, string> = {
  arrondissement: 'arrondissements',
  commune: 'communes',
  epci: 'intercommunalités',
  ept: 'établissements publics territoriaux',
  departement: 'départements',
  region: 'régions',
  france: 'France',
};

/** « premières » for communes, « premiers » for départements. */
export const firstOnes = (level: Level): string => (isFeminine(level) ? 'premières' : 'premiers');

/** « Saint-Denis (93) »: a commune always goes with its département; others stand alone. */
export function formatName(territory: Pick<Territory, 'level' | 'name' | 'departement'>): string {
  const withDepartement = territory.level === 'commune' || territory.level === 'arrondissement';
  return withDepartement && territory.departement
    ? `${territory.name} (${territory.departement})`
    : territory.name;
}

/**
 * « de Grenoble (38) », « du Faouët (56) », « des Abrets (38) », « d’Arles (13) »: a name after « de ». An
 * initial h is taken for aspirated, as it most often is in names of towns.
 */
export function ofName(name: string): string {
  const [, article, rest] = /^(Le|Les) (.*)$/.exec(name) ?? [];
  if (article !== undefined) return `${article === 'Le' ? 'du' : 'des'} ${rest}`;
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

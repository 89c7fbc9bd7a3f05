import type { Commune } from './communes.ts';
import { influenceOf } from './influence.ts';

/** Words of the three official typologies, as their files write them. */
export interface Typology {
  density: string;
  rurality: string;
  centrality: string;
}

/** The seven levels of the density grid, from people per km² and size. */
function densityOf({ population, surfaceKm2, town }: Commune): string {
  const density = population / surfaceKm2;
  if (population >= 50_000 || (density >= 1500 && population >= 5000)) return 'Grands centres urbains';
  if (town && population >= 14_000) return 'Centres urbains intermédiaires';
  if (town && population >= 5000) return 'Petites villes';
  if (density >= 190) return 'Ceintures urbaines';
  if (density >= 75 || town) return 'Bourgs ruraux';
  return density >= 21 ? 'Rural à habitat dispersé' : 'Rural à habitat très dispersé';
}

const URBAN = [
  'Grands centres urbains',
  'Centres urbains intermédiaires',
  'Petites villes',
  'Ceintures urbaines',
];

/** The kinds of countryside; every label starts with a space, as in the file. */
function ruralityOf(commune: Commune, density: string, median: number): string {
  if (URBAN.includes(density)) return ' Hors champ : DOM ou commune urbaine';
  if (commune.former.length > 2)
    return ' Commune dont le périmètre a changé depuis la réalisation de la typologie';
  const { coast, high, belt } = influenceOf(commune);
  if (coast > 0.86) return ' Les ruralités touristiques spécialisées';
  if (coast > 0.68) return ' Les ruralités touristiques à dominante résidentielle';
  if (density === 'Bourgs ruraux' && commune.population > 1500) {
    return median < 21_500
      ? ' Les petites polarités industrielles et artisanales'
      : ' Les petites polarités mixtes';
  }
  if (high > 0.45) return ' Les ruralités productives agricoles';
  if (median > 23_800) return ' Les ruralités résidentielles aisées';
  if (belt > 0.3) return ' Les ruralités résidentielles mixtes';
  return median < 21_300 ? ' Les ruralités productives ouvrières' : ' Les ruralités productives agricoles';
}

function centralityOf({ town, population }: Commune): string {
  if (town && population >= 50_000) return "Centre majeur d'équipements et de services";
  if (town && population >= 9000) return "Centre structurant d'équipements et de services";
  if (town || population >= 6500) return "Centre intermédiaire d'équipements et de services";
  return population >= 2100 ? "Centre local d'équipements et de services" : 'Communes non centre';
}

/** Classes a commune, given its median standard of living in €. */
export function classify(commune: Commune, median: number): Typology {
  const density = densityOf(commune);
  return { density, rurality: ruralityOf(commune, density, median), centrality: centralityOf(commune) };
}

import type { Point } from './plane.ts';

/** A town of the sketch: where it would be, the inhabitants of its commune, and how far its suburbs spread. */
export interface Town {
  name: string;
  at: Point;
  population: number;
  /** Km over which density falls by a factor e around it. */
  reach: number;
  /** Inhabitants of its suburbs per inhabitant of its commune. */
  suburbs: number;
  /** The intercommunality it is the seat of. */
  epci: { name: string; type: 'METRO' | 'CA' | 'CC' };
}

/** The high country, poor and far from everything: where help is missing. */
export const HIGH_COUNTRY = { at: [30, 8] as Point, radius: 14 };

/** Every town, from the largest; all names are invented. */
export const TOWNS: readonly Town[] = [
  town('Port-Liselle', [-14, -5], 171_400, 6.5, 0.85, 'METRO', 'Port-Liselle Métropole'),
  town('Valbrume', [17, -31], 52_300, 5, 0.7, 'CA', 'CA Valbrume Agglomération'),
  town('Grandvague', [5, 35], 33_800, 4.5, 0.65, 'CA', 'CA de Grandvague et des Deux Caps'),
  town('Ormelune', [-6, 15], 21_200, 4, 0.7, 'CA', 'CA du Grand Ormelune'),
  town('Sablance', [41, -8], 15_900, 4, 0.6, 'CC', 'CC de la Côte aux Sables'),
  town('Roquebruine', [-30, 33], 11_700, 3.5, 0.6, 'CC', "CC de la Presqu'île des Bruines"),
  town('Clairambre', [-33, -21], 9_400, 3.5, 0.6, 'CC', 'CC du Cap Clair'),
  town('Montcendre', [24, 25], 8_100, 3.5, 0.5, 'CC', 'CC des Portes du Haut-Pays'),
  town('Belgrève', [2, -40], 7_800, 3, 0.5, 'CC', 'CC de Belgrève-Océan'),
  town('Brisecale', [-23, 17], 6_900, 3, 0.5, 'CC', 'CC de la Baie de Brisecale'),
  town('Aiguevent', [9, 3], 6_400, 3, 0.5, 'CC', 'CC de la Haute-Liselle'),
  town('Tourmentine', [43, 29], 5_800, 3, 0.4, 'CC', 'CC de la Pointe aux Tourmentes'),
  town('Houlereine', [28, -18], 5_100, 3, 0.4, 'CC', 'CC du Val de Brumelle'),
  town('Sept-Fontanelles', [-11, -25], 4_700, 3, 0.5, 'CC', 'CC des Sept Fontanelles'),
  town('Maremorte', [-38, 44], 3_900, 2.5, 0.4, 'CC', 'CC du Bout des Landes'),
  town('Pierrelune', [31, 8], 2_300, 2, 0.2, 'CC', 'CC du Haut-Pays de Cendre'),
];

function town(
  name: string,
  at: Point,
  population: number,
  reach: number,
  suburbs: number,
  type: Town['epci']['type'],
  epci: string,
): Town {
  return { name, at, population, reach, suburbs, epci: { name: epci, type } };
}

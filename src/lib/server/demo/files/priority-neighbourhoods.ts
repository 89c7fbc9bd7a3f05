import { DEPARTEMENT, REGION } from '../society/communes.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import type { DemonstrationFile } from './file.ts';
import { zip } from './zip.ts';

/** Kilometres in a degree of latitude. */
const DEGREE_KM = 111.195;

/** A neighbourhood of the sketch: by which town, how far from its centre, and how wide, kilometres. */
const SKETCH = [
  { name: 'Les Hauts de Liselle', town: 0, east: 0.9, north: 0.7, radius: 0.42, astride: false },
  { name: 'Quai des Brumes', town: 0, east: 0.2, north: -1.2, radius: 0.35, astride: false },
  { name: 'La Tuilière', town: 1, east: 1.9, north: -1.1, radius: 0.5, astride: true },
];

/** Corners of an outline, as parts of its radius: uneven, as neighbourhoods are. */
const CORNERS = [1, 0.8, 1.1, 0.7, 0.95, 1.05, 0.75, 0.9];

/** Three priority neighbourhoods of the two largest towns, in the layout of the national file. */
export async function priorityNeighbourhoodsFile({
  communes,
}: DemonstrationTerritory): Promise<DemonstrationFile> {
  const towns = communes.toSorted((a, b) => b.population - a.population);
  const features = SKETCH.map(({ name, town, east, north, radius, astride }, rank) => {
    const home = towns[town] as DescribedCommune;
    const [lon, lat] = moved(home.centre, east, north);
    const ring = CORNERS.map((part, corner) => {
      const angle = (2 * Math.PI * corner) / CORNERS.length;
      return moved({ lon, lat }, radius * part * Math.cos(angle), radius * part * Math.sin(angle));
    });
    const others = astride ? [nearest(communes, home, { lon, lat })] : [];
    return {
      type: 'Feature',
      properties: {
        code_qp: `QN${DEPARTEMENT.code}90${rank + 1}M`,
        lib_qp: name,
        insee_reg: REGION.code,
        insee_dep: DEPARTEMENT.code,
        insee_com: [home, ...others].map(({ code }) => code).join(', '),
        lib_com: [home, ...others].map((one) => one.name).join(', '),
        lib_epci: home.epci?.name ?? '',
      },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
  });
  const collection = JSON.stringify({ type: 'FeatureCollection', features });
  return {
    path: 'qpv-2024.zip',
    content: await zip([{ name: 'QP2024_WGS84.geojson', data: Buffer.from(collection) }]),
    rows: features.length,
    topic: 'neighbourhoods',
    separator: '',
    notes: 'GeoJSON in WGS 84: code_qp, lib_qp, insee_com (two codes where a neighbourhood is astride)',
  };
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** A point some kilometres to the east and to the north of another. */
const moved = ({ lon, lat }: { lon: number; lat: number }, east: number, north: number): [number, number] => [
  round(lon + east / (DEGREE_KM * Math.cos((lat * Math.PI) / 180))),
  round(lat + north / DEGREE_KM),
];

/** The commune other than its own whose centre is nearest to a neighbourhood. */
function nearest(
  communes: readonly DescribedCommune[],
  home: DescribedCommune,
  at: { lon: number; lat: number },
): DescribedCommune {
  const far = ({ centre }: DescribedCommune): number =>
    (centre.lon - at.lon) ** 2 + (centre.lat - at.lat) ** 2;
  return communes
    .filter((commune) => commune !== home)
    .reduce((best, commune) => (far(commune) < far(best) ? commune : best));
}

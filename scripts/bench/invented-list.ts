import { RandomStream } from '#lib/domain/random/stream.ts';

/** What an invented place takes from the commune where it stands. */
interface Town {
  name: string;
  postcodes: readonly string[];
  lat: number | null;
  lon: number | null;
}

/** A list of invented places as CSV, one name and address each, spread over the communes that have a centre. */
export function inventedList(communes: readonly Town[], rows: number): string {
  const towns = communes.filter(({ lat, postcodes }) => lat !== null && postcodes.length > 0);
  const stream = new RandomStream(4, 100);
  const lines = Array.from({ length: rows }, (_, at) => {
    const { name, postcodes, lat, lon } = towns[stream.below(towns.length)] as Town;
    const [north, east] = [lat, lon].map((degrees) =>
      ((degrees ?? 0) + (stream.below(200) - 100) / 5_000).toFixed(5),
    );
    return `Lieu ${at};${1 + stream.below(90)} rue du Banc ${at % 977};${postcodes[0]};${name};${north};${east};aide aux démarches;Mo-Fr 09:00-1${at % 3}:00`;
  });
  return ['Nom;Adresse;CP;Ville;Latitude;Longitude;Services;Horaires', ...lines].join('\n');
}

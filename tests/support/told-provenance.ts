import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { formatIsoDate } from '../../src/lib/format/date.ts';
import { partsOf } from './workbook.ts';

/** What a file says of itself, read by libraries that know nothing of its writer. */
export interface ToldProvenance {
  /** Who produced its figures, and which edition: of the file, or of each of its rows. */
  sources: string[];
  /** When it was made, or when each row last changed, as ISO days. */
  days: string[];
}

type Reader = (body: Buffer, today: string) => Promise<ToldProvenance> | ToldProvenance;

/** Headings under which a CSV tells its sources and its day: ours, those made to be joined, and the national schema's. */
const TELLING = [
  ['Sources', 'Fichier établi le'],
  ['source', 'etabli'],
  ['source', 'date_maj'],
] as const;

/** Written out in words, the day is found if it stands there. */
const dayIn = (text: string, today: string): string[] =>
  text.replace(/[\u00a0\u202f\s]+/g, ' ').includes(formatIsoDate(today).replace(/[\u00a0\u202f]/g, ' '))
    ? [today]
    : [];

const sentences = (text: string): string[] =>
  [...text.replace(/[\u00a0\u202f\s]+/g, ' ').matchAll(/Sources? : [^.]{4,}/g)].map(([found]) => found);

const csv: Reader = (body) => {
  const text = body.toString();
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const rows = parse(text, { bom: true, delimiter, columns: true }) as Record<string, string>[];
  const [source, day] = TELLING.find((pair) => pair.every((heading) => heading in (rows[0] ?? {}))) ?? [];
  if (source === undefined || day === undefined) return { sources: [], days: [] };
  return { sources: rows.map((row) => row[source] ?? ''), days: rows.map((row) => row[day] ?? '') };
};

const xlsx: Reader = async (body, today) => {
  const rows = await readSheet(body, 'Sources');
  const from = rows.findIndex(([first]) => first === 'Producteur');
  const listed = rows.slice(from + 1);
  const to = listed.findIndex((row) => row.every((cell) => cell === null));
  return {
    sources: listed.slice(0, to).map(([producer, title, edition]) => [producer, title, edition].join(', ')),
    days: dayIn(String(rows[1]?.[0]), today),
  };
};

interface Said {
  date?: string;
  etabli?: string;
  sources?: Record<string, string>[];
}

const saidIn = ({ date, etabli, sources = [] }: Said): ToldProvenance => ({
  sources: sources.map((one) => [one.producer ?? one.producteur, one.edition].join(', ')),
  days: [date ?? etabli ?? ''],
});

/** The national schema is a list without room for anything but its rows. */
const json: Reader = (body) => {
  const read = JSON.parse(body.toString()) as Said | { source: string; date_maj: string }[];
  return Array.isArray(read)
    ? { sources: read.map(({ source }) => source), days: read.map(({ date_maj: day }) => day) }
    : saidIn(read);
};

const ics: Reader = (body, today) => {
  const text = body.toString().replaceAll('\r\n ', '').replaceAll('\\', '');
  const events = [...text.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g)].map(([event]) => event);
  return {
    sources: events.map((event) => sentences(event)[0] ?? ''),
    days: events.map((event) => dayIn(event, today)[0] ?? ''),
  };
};

/** What is written for people, its tags left out. */
const prose: Reader = (body, today) => {
  const text = body
    .toString()
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ');
  return { sources: sentences(text), days: dayIn(text, today) };
};

const docx: Reader = async (body, today) =>
  prose(Buffer.from((await partsOf(body)).get('word/document.xml') ?? ''), today);

const READERS: Readonly<Record<string, Reader>> = {
  'text/csv': csv,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': xlsx,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docx,
  'application/geo+json': (body) => saidIn(check(body.toString()) as unknown as Said),
  'application/json': json,
  'image/svg+xml': prose,
  'text/calendar': ics,
  'text/html': prose,
};

/** Reads what a file says of its sources and its day. Throws for a type that nobody reads here. */
export async function toldProvenance(response: Response, today: string): Promise<ToldProvenance> {
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const read = READERS[type];
  if (!read) throw new Error(`nothing here reads ${type}`);
  return read(Buffer.from(await response.arrayBuffer()), today);
}

import type { CommuneFinder } from '../locate.ts';
import { blankPlace, type Place } from '../place.ts';
import { columnsRefusal, DATA_INCLUSION_COLUMNS, type DataInclusionFile } from './data-inclusion-columns.ts';
import * as words from './data-inclusion-words.ts';
import { isDay } from './field-check.ts';
import { filledOf, pageOf, textOf } from './row.ts';
import { kindOf, whereOf } from './row-place.ts';

/** The name of the source of these places. */
export const DATA_INCLUSION = 'data-inclusion';

type Row = Readonly<Record<string, string>>;

/** A row that was not kept, and why, in French. */
export interface DataInclusionRefusal {
  file: DataInclusionFile;
  /** Rank of the row in its file, from 1; `null` when the whole file is refused. */
  row: number | null;
  id: string | null;
  reason: string;
}

export interface DataInclusionReading {
  places: Place[];
  refused: DataInclusionRefusal[];
}

interface DigitalService {
  row: Row;
  rank: number;
}

/** What names a structure across both files: ids are unique within a source. */
const keyOf = (row: Row, column: 'id' | 'structure_id'): string =>
  JSON.stringify([textOf(row, 'source'), textOf(row, column)]);

/**
 * The structures of data·inclusion v1 that have at least one digital service, as places. Services are read
 * first, and only those that are digital are held, so that both files may be read as they stream. What names
 * or reaches people (`contact_nom_prenom`, e-mails, telephones but those of France services) is dropped.
 * A file with other columns is refused as a whole; rows are refused one by one.
 */
export function readDataInclusion(
  structures: Iterable<Row>,
  services: Iterable<Row>,
  finder: Pick<CommuneFinder, 'find'>,
): DataInclusionReading {
  const refused: DataInclusionRefusal[] = [];
  const places: Place[] = [];
  const digital = new Map<string, DigitalService[]>();
  const isDigital = (row: Row): boolean => words.isDigital(textOf(row, 'thematiques'));
  for (const service of soundRows(services, 'services', isDigital, refused)) {
    const key = keyOf(service.row, 'structure_id');
    digital.set(key, [...(digital.get(key) ?? []), service]);
  }
  const isHelping = (row: Row): boolean => digital.has(keyOf(row, 'id'));
  for (const { row } of soundRows(structures, 'structures', isHelping, refused)) {
    const key = keyOf(row, 'id');
    places.push(toPlace(row, digital.get(key) ?? [], finder));
    digital.delete(key);
  }
  // Services of a refused file of structures all lack theirs: saying so once is enough.
  if (refused.some(({ row }) => row === null)) return { places, refused };
  for (const { row, rank } of [...digital.values()].flat()) {
    const reason = `La structure « ${textOf(row, 'structure_id')} » de ce service numérique n’est pas dans le fichier des structures, ou y figure sans date ou sans nom. Prenez les deux fichiers du même jour.`;
    refused.push({ file: 'services', row: rank, id: textOf(row, 'id'), reason });
  }
  return { places, refused };
}

/**
 * The rows that concern us and have what the schema requires; refuses the others of them, or the file when its
 * columns are not those.
 */
function* soundRows(
  rows: Iterable<Row>,
  file: DataInclusionFile,
  concerns: (row: Row) => boolean,
  refused: DataInclusionRefusal[],
): Generator<DigitalService> {
  let rank = 0;
  for (const row of rows) {
    rank++;
    const reason = rank === 1 ? columnsRefusal(Object.keys(row), file) : null;
    if (reason !== null) {
      refused.push({ file, row: null, id: null, reason });
      return;
    }
    if (!concerns(row)) continue;
    const field = DATA_INCLUSION_COLUMNS[file].find((column) => isUnsound(row, column, file));
    if (field === undefined) yield { row, rank };
    else {
      const expected = field === 'date_maj' ? 'un jour, AAAA-MM-JJ' : 'une valeur';
      refused.push({
        file,
        row: rank,
        id: filledOf(row, 'id'),
        reason: `champ « ${field} » : ${textOf(row, field) === '' ? 'vide' : 'pas admis'}. Attendu : ${expected}.`,
      });
    }
  }
}

/** A service without a description still helps: the place does not show it. */
function isUnsound(row: Row, column: string, file: DataInclusionFile): boolean {
  if (file === 'services' && (column === 'description' || column === 'thematiques')) return false;
  const text = textOf(row, column);
  return column === 'date_maj' ? !isDay(text) : text === '';
}

function toPlace(row: Row, services: readonly DigitalService[], finder: Pick<CommuneFinder, 'find'>): Place {
  const all = (field: string): string[] => services.map((service) => textOf(service.row, field));
  const networks = [textOf(row, 'reseaux_porteurs')];
  const [typology, programmes] = [words.typologyOf(networks), words.programmesOf(networks)];
  const [source, id] = [textOf(row, 'source'), textOf(row, 'id')];
  const kind = kindOf(typology === null ? [] : [typology], programmes);
  const located =
    textOf(row, 'code_postal') === '' ? services.map((service) => service.row).find(hasPostcode) : row;
  return {
    ...blankPlace(id.startsWith(`${source}--`) ? id : `${source}--${id}`, textOf(row, 'nom')),
    ...whereOf(located ?? row, finder),
    kind,
    pivot: filledOf(row, 'siret'),
    typology,
    services: words.servicesOfThemes(all('thematiques')),
    publics: words.publicsOf(all('publics')),
    fees: words.feesOf(all('frais')),
    support: words.supportOf([...all('type'), ...all('modes_accueil')]),
    accessModes: words.accessOf(all('modes_mobilisation')),
    programmes,
    hours: filledOf(row, 'horaires_accueil') ?? all('horaires_accueil').find((hours) => hours !== '') ?? null,
    website: pageOf(textOf(row, 'site_web')),
    accessSheet: pageOf(textOf(row, 'accessibilite_lieu')),
    phone: kind === 'france-services' ? filledOf(row, 'telephone') : null,
    detail: filledOf(row, 'description'),
    updated: textOf(row, 'date_maj').slice(0, 10),
    sources: [DATA_INCLUSION],
  };
}

const hasPostcode = (row: Row): boolean => textOf(row, 'code_postal') !== '';

import type { ZoneKind } from '../../../domain/zones/zone.ts';

/** Names of the properties of a kind of zone, as producers write them in one edition or another. */
interface ZoneLayout {
  code: readonly string[];
  name: readonly string[];
  communes: readonly string[];
  /** What to say when none of the code's names is there. */
  expected: string;
}

export const ZONE_LAYOUTS: Readonly<Record<ZoneKind, ZoneLayout>> = {
  qpv: {
    code: ['code_qp', 'code_qpv', 'codgeo'],
    name: ['lib_qp', 'nom_qp', 'lib_qpv', 'libgeo'],
    communes: ['insee_com', 'code_insee', 'codes_insee', 'commune_qp', 'list_com'],
    expected: 'les propriétés « code_qp », « lib_qp » et « insee_com »',
  },
  iris: {
    code: ['code_iris', 'dcomiris', 'iris_code'],
    name: ['nom_iris', 'lib_iris', 'libiris'],
    communes: ['insee_com', 'code_insee', 'depcom'],
    expected: 'les propriétés « code_iris », « nom_iris » et « insee_com »',
  },
};

/** Population, as the files that have it call it: `population`, `pop_mun`, `P21_POP`… */
const POPULATION = /^(pop(ulation)?(_?mun(icipale)?)?(_?\d{2,4})?|p\d{2}_pop)$/;

/** The properties of a feature by their names in small letters, whatever the producer's capitals. */
export class ZoneProperties {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(feature: unknown) {
    const properties = (feature as { properties?: unknown } | null)?.properties;
    this.#values = new Map(
      Object.entries(typeof properties === 'object' && properties !== null ? properties : {}).map(
        ([name, value]) => [name.toLowerCase(), value],
      ),
    );
  }

  get names(): string[] {
    return [...this.#values.keys()];
  }

  /** The first of some properties that holds a text or a number; empty when none does. */
  text(names: readonly string[]): string {
    for (const name of names) {
      const value = this.#values.get(name);
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      if (typeof value === 'number') return String(value);
    }
    return '';
  }

  has(names: readonly string[]): boolean {
    return names.some((name) => this.#values.has(name));
  }

  /** People, when a property says so in a number; never 0 for a number that is missing. */
  population(): number | null {
    const name = this.names.find((one) => POPULATION.test(one));
    const value = name === undefined ? null : this.#values.get(name);
    const text = String(value ?? '')
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.');
    return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text)) : null;
  }
}

/** The INSEE codes in a text, whatever separates them; zeros that a spreadsheet took come back. */
export function communeCodesIn(text: string): string[] {
  const codes = text.toUpperCase().match(/\b(?:\d{5}|2[AB]\d{3}|\d{4})\b/g) ?? [];
  return [...new Set(codes.map((code) => code.padStart(5, '0')))];
}

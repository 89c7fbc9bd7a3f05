import { plainNumber } from './plain-number.ts';

/** Objects in objects that become columns (« adresse.commune »); deeper ones stay JSON text. */
const MAX_LEVELS = 3;

/** What separates several values of a cell in the national schema. */
const VALUE_SEPARATOR = '|';

/** The cells of an object by column: nested objects as `a.b`, lists of plain values joined by « | ». */
export function flatten(value: object): Map<string, string> {
  const cells = new Map<string, string>();
  add(cells, '', value, 1);
  return cells;
}

function add(cells: Map<string, string>, prefix: string, value: object, level: number): void {
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    const name = prefix + key;
    if (isObject(member) && !Array.isArray(member) && level < MAX_LEVELS)
      add(cells, `${name}.`, member, level + 1);
    else cells.set(name, textOf(member));
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Unknown (`null`, a number past what a double holds) is an empty cell. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(String(value)) : '';
  if (Array.isArray(value) && !value.some(isObject)) return value.map(textOf).join(VALUE_SEPARATOR);
  if (isObject(value)) return JSON.stringify(value);
  return value === null ? '' : String(value);
}

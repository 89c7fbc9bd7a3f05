import { LIST_SEPARATOR } from './separator.ts';

/** A parameter, or an item of its list, that was not followed; `value` as it stood in the address. */
export interface Ignored<Parameter extends string> {
  parameter: Parameter;
  value: string;
}

/**
 * Reads the parameters of an address by their short names. Never throws: what is not understood falls
 * back to the default and is listed. A form sends a list as several parameters of one name, and what was
 * left empty: both are read.
 */
export class ParameterReading<Parameter extends string> {
  readonly ignored: Ignored<Parameter>[] = [];
  readonly #parameters: Pick<URLSearchParams, 'getAll'>;
  readonly #names: Readonly<Record<Parameter, string>>;

  constructor(parameters: Pick<URLSearchParams, 'getAll'>, names: Readonly<Record<Parameter, string>>) {
    this.#parameters = parameters;
    this.#names = names;
  }

  /** One value; the last of several. */
  take<T>(parameter: Parameter, fallback: T, read: (text: string) => T | undefined): T {
    const value = this.#parameters.getAll(this.#names[parameter]).at(-1) ?? '';
    if (value === '') return fallback;
    const meant = read(value);
    if (meant === undefined) this.ignored.push({ parameter, value });
    return meant ?? fallback;
  }

  /** A list, each item once. */
  takeList<T>(parameter: Parameter, read: (item: string) => T | undefined): T[] {
    const items = new Set<T>();
    const texts = this.#parameters.getAll(this.#names[parameter]);
    for (const value of texts.flatMap((text) => text.split(LIST_SEPARATOR)).filter(Boolean)) {
      const meant = read(value);
      if (meant === undefined) this.ignored.push({ parameter, value });
      else items.add(meant);
    }
    return [...items];
  }

  takeSwitch(parameter: Parameter, fallback: boolean): boolean {
    return this.take(parameter, fallback, (text) => (text === '1' ? true : text === '0' ? false : undefined));
  }
}

/** Parameters of other names, those that trackers add to links left out. */
export function unknownParameters(parameters: URLSearchParams, names: Iterable<string>): string[] {
  const known = new Set(names);
  return [...new Set(parameters.keys())].filter(
    (name) => !known.has(name) && !/^(utm_|fbclid$|gclid$|mtm_|pk_)/.test(name),
  );
}

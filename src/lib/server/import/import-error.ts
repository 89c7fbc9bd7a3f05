/** Where in a file an import stopped, and what stood there instead of what. */
export interface ImportWhere {
  file: string;
  line?: number;
  column?: string;
  expected?: string;
}

/** An import that stops on a bad file. The message is a French sentence for the person who loads it. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly where: ImportWhere;

  constructor(message: string, where: ImportWhere) {
    const place = [
      where.file,
      where.line === undefined ? '' : `ligne ${where.line}`,
      where.column === undefined ? '' : `colonne « ${where.column} »`,
    ].filter(Boolean);
    const expected = where.expected === undefined ? '' : ` Attendu : ${where.expected}.`;
    super(`${place.join(', ')} : ${message}.${expected}`);
    this.where = where;
  }
}

/** Something wrong with one parameter, and what to do about it. */
export interface Fault {
  parametre: string;
  detail: string;
}

/** Kinds of problems, each with its status; a kind is the last part of a `type`. */
export const PROBLEMS = {
  parametres: 400,
  corps: 400,
  cle: 401,
  portee: 403,
  'non-redistribuable': 403,
  introuvable: 404,
  methode: 405,
  format: 406,
  'sans-resultat': 409,
  rejointe: 410,
  'trop-gros': 413,
  'type-de-contenu': 415,
  refuse: 422,
  'trop-grand': 422,
  'trop-de-requetes': 429,
  'trop-de-calculs': 429,
  'non-charge': 503,
  indisponible: 503,
  imprevu: 500,
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** What is said of a problem beside its sentence. */
export interface ProblemDetails {
  faults?: readonly Fault[];
  headers?: Readonly<Record<string, string>>;
}

/** Why a request is not answered: a kind, a sentence in French that says what to do next, and the parameters at fault. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, detail: string, { faults = [], headers = {} }: ProblemDetails = {}) {
    super(detail);
    this.kind = kind;
    this.faults = faults;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.kind];
  }
}

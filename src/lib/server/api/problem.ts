/** Something wrong with one parameter, and what to do about it. */
export interface Fault {
  parametre: string;
  detail: string;
}

/** Kinds of problems; each is the last part of its `type`. */
export type ProblemKind =
  | 'parametres'
  | 'corps'
  | 'introuvable'
  | 'non-redistribuable'
  | 'format'
  | 'cle'
  | 'portee'
  | 'trop-de-requetes'
  | 'trop-de-calculs'
  | 'trop-grand'
  | 'non-charge';

/** What is said of a problem beside its sentence. */
export interface ProblemDetails {
  faults?: readonly Fault[];
  headers?: Readonly<Record<string, string>>;
}

/** Why a request is not answered: a status, a sentence in French that says what to do next, and the parameters at fault. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly kind: ProblemKind;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    kind: ProblemKind,
    detail: string,
    { faults = [], headers = {} }: ProblemDetails = {},
  ) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.faults = faults;
    this.headers = headers;
  }
}

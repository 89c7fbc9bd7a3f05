import { api } from '../../../messages/api.ts';
import { ApiProblem } from '../problem.ts';

/** Seconds after which a program looks again at a search. */
export const LOOK_AGAIN_S = '2';

/** Says that a search is not there, or is that of another key: which is not told. */
export const unknownJob = (): ApiProblem => new ApiProblem('introuvable', api.jobs.unknown);

import { groupsInUse } from '../../../domain/access/gaps/group.ts';
import { wordInUse } from '../word-in-use.ts';

/** The people whose access is looked at, by a word: those of the tables that who asks may see are among them. */
export const groupWord = wordInUse(() => groupsInUse().map(({ word }) => word));

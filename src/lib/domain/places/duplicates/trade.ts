/**
 * What the door says: two places whose names say different ones are two places, even in one building.
 * « Commune de… » or « département » name who pays, not the door, and are left out on purpose.
 */
const DOORS = {
  'france-services':
    /\bfrances? services?\b|\b(?:msap|mfs|efs|pi 14|point info 14)\b|\bservices? (?:au )?publics?\b/,
  'town-hall': /\bmairie\b|\bhotel de ville\b/,
  post: /\bposte\b/,
  library: /\bmediatheque|\bbibliotheque|\bludotheque/,
  'social-action': /\bcc?as\b|\bcias\b|\baction sociale\b/,
  'social-centre':
    /\bcentres? socia(?:l|ux)\b|\bcentre socio ?culturel\b|\bcsc\b|\bvie sociale\b|\bmaison de quartier\b/,
  'youth-employment': /\bmissions? locales?\b/,
  youth: /\bmjc\b|\bjeunes(?:se)?\b|\binfo ?jeunes?\b/,
  employment: /\bpole emploi\b|\bcap emploi\b|\bmaison de l emploi\b|\bplie\b/,
  state: /\b(?:sous )?prefecture\b/,
  solidarity: /\bcms\b|\bmds\b|\bsolidarites?\b|\bcentre medico/,
  school: /\becole\b|\bcollege\b|\blycee\b|\buniversite\b|\bgreta\b/,
  family: /\bcaf\b|\budaf\b|\ballocations familiales\b/,
  digital: /\bepn\b|\bcyber|\bespace (?:public )?numerique\b|\bfab ?lab\b|\btiers lieu\b/,
  associations: /\bmaison (?:des|de la vie) associati/,
  chamber: /\bchambre d/,
} as const;

/** Names of who runs places rather than of one of them. */
const PAYER =
  /^(?:commune|ville|mairie|departement|conseil departemental|cc|ca|syndicat|sivom|sivu)\b|\bcommunaute\b|\bagglomeration\b|\bcom ?com\b/;

/** Whether a name, normalised, says who pays: such a record stands for the door at its address. */
export const namesPayer = (name: string): boolean => PAYER.test(name);

export type Trade = keyof typeof DOORS;

const ENTRIES = Object.entries(DOORS) as [Trade, RegExp][];

/** The kinds of door that a name, normalised, says; none when it says nothing of it. */
export const tradesOf = (name: string): Trade[] =>
  ENTRIES.filter(([, words]) => words.test(name)).map(([trade]) => trade);

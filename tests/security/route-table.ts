/** Kinds of visitors, in the order of the statuses below. */
export const VISITORS = [
  'anonymous',
  'expired',
  'reader',
  'editor',
  'administrator',
  'other',
  'expired link',
] as const;

export type VisitorKind = (typeof VISITORS)[number];

/**
 * What a route answers: `everybody` alike, whoever they are, byte for byte; or a status for each visitor.
 * `other` administers another organisation. `expired link` brings a link to the strategy that has ended:
 * where no status is given for it, it is answered as anybody is.
 */
export type Expected =
  | 'everybody'
  | readonly [number, number, number, number, number, number]
  | readonly [number, number, number, number, number, number, number];

/** The status of each visitor, in their order. */
export const statusesOf = (expected: Exclude<Expected, 'everybody'>): number[] =>
  expected.length === 7 ? [...expected] : [...expected, expected[0]];

const PUBLIC = 'everybody';
const MEMBERS = [303, 303, 200, 200, 200, 200] as const;
const ADMINISTRATORS = [303, 303, 403, 403, 200, 200] as const;
/** A strategy that is nobody’s here: one is sent to sign in, then told that there is none. */
const UNKNOWN_STRATEGY = [303, 303, 404, 404, 404, 404] as const;
const ANYBODY = [200, 200, 200, 200, 200, 200] as const;

/** Signed in, what is sent being refused by `status` for what it lacks. */
const asMember = (status: number) => [303, 303, status, status, status, status] as const;
const asAdministrator = (status: number) => [303, 303, 403, 403, status, status] as const;
/** A form that keeps what was typed: one is told to sign in where one is. */
const asEditor = (status: number) => [401, 401, 403, status, status, status] as const;
const asImporter = (status: number) => [303, 303, 403, status, status, status] as const;

/** A page of a strategy for each role of the organisation that it belongs to; to others it does not exist. */
const ofStrategy = (reader: number, editor = reader, administrator = editor) =>
  [303, 303, reader, editor, administrator, 404, 410] as const;
/** What is sent to one. */
const toStrategy = (reader: number, editor = reader, administrator = editor) =>
  [401, 401, reader, editor, administrator, 404, 410] as const;

/** Every route of the build: method, route, and action for a form. One that is not here fails the run. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /': PUBLIC,
  'GET /accessibilite': PUBLIC,
  'GET /actions': PUBLIC,
  'GET /apercu/[revision]': PUBLIC,
  'GET /api/v1/ecarts': PUBLIC,
  'GET /carte': PUBLIC,
  'GET /carte/classes/[indicator]/[level]': PUBLIC,
  'GET /carte/image.svg': PUBLIC,
  'GET /carte/scores/[level]': PUBLIC,
  'GET /colonnes/territoires/[level]/[hash]': PUBLIC,
  'GET /colonnes/[indicator]/[level]/[hash]': PUBLIC,
  'GET /comparer': PUBLIC,
  'GET /confidentialite': PUBLIC,
  'GET /donnees': PUBLIC,
  'GET /ecarts': PUBLIC,
  'GET /ecarts/communes.[format]': PUBLIC,
  'GET /ecarts/contours': PUBLIC,
  'GET /ecarts/groupe': PUBLIC,
  'GET /ecarts/habites': PUBLIC,
  'GET /ecarts/minutes': PUBLIC,
  'GET /ecarts/voisins': PUBLIC,
  'GET /ecarts/zones.[format]': PUBLIC,
  'GET /health/live': PUBLIC,
  'GET /health/ready': PUBLIC,
  'GET /implantation': PUBLIC,
  'GET /implantation/atelier': PUBLIC,
  'GET /implantation/atelier/cadre': PUBLIC,
  'GET /implantation/atelier/commune': PUBLIC,
  'GET /implantation/comparer': PUBLIC,
  'GET /implantation/comparer/carte.svg': PUBLIC,
  'GET /implantation/probleme': PUBLIC,
  'GET /implantation/proposition.[format]': PUBLIC,
  'GET /implantation/sites': PUBLIC,
  'GET /implantation/tournees': PUBLIC,
  'GET /implantation/tournees/agenda.ics': PUBLIC,
  'GET /implantation/tournees/arrets.[format]': PUBLIC,
  'GET /implantation/tournees/fond.svg': PUBLIC,
  'GET /implantation/tournees/probleme': PUBLIC,
  'GET /indices': PUBLIC,
  'GET /indices/classement.[format]': PUBLIC,
  'GET /lieux': PUBLIC,
  'GET /lieux/a-verifier': PUBLIC,
  'GET /lieux/affichage': PUBLIC,
  'GET /lieux/export.[format]': PUBLIC,
  'GET /lieux/qualite': PUBLIC,
  'GET /lieux/[id]/fiche': PUBLIC,
  'GET /mentions-legales': PUBLIC,
  'GET /methode': PUBLIC,
  'GET /perimetre': PUBLIC,
  'POST /perimetre?/modifier': PUBLIC,
  'POST /perimetre?/coller': PUBLIC,
  'GET /recherche': PUBLIC,
  'GET /recherche/suggestions': PUBLIC,
  'GET /territoires': PUBLIC,
  'GET /territoires/[slug]': PUBLIC,
  'GET /territoires/[slug]/carte.svg': PUBLIC,
  'GET /territoires/[slug]/diagnostic': PUBLIC,
  'GET /territoires/[slug]/diagnostic/communes.[format]': PUBLIC,
  'GET /territoires/[slug]/membres.[format]': PUBLIC,
  'GET /tuiles/[tileset]/[level]/[z]/[x]/[y]': PUBLIC,

  'GET /connexion': [200, 200, 303, 303, 303, 303],
  'POST /connexion': [401, 401, 303, 303, 303, 303],
  'GET /connexion/oidc': [303, 303, 303, 303, 303, 303],
  'GET /connexion/oidc/retour': [303, 303, 303, 303, 303, 303],
  'GET /deconnexion': ANYBODY,
  'POST /deconnexion': [303, 303, 303, 303, 303, 303],
  'GET /invitation/[token]': [404, 404, 404, 404, 404, 404],
  'POST /invitation/[token]?/create': [404, 404, 404, 404, 404, 404],
  'POST /invitation/[token]?/accept': [404, 404, 404, 404, 404, 404],
  'POST /invitation/[token]?/recover': [404, 404, 404, 404, 404, 404],
  'GET /compte': MEMBERS,
  'GET /compte/donnees': MEMBERS,
  'GET /compte/etat': ANYBODY,
  'POST /compte?/found': asMember(403),
  'POST /compte?/rename': asMember(422),
  'POST /compte?/password': asMember(422),
  'POST /compte?/close': asMember(200),
  'POST /compte?/switch': asMember(403),
  'POST /compte?/erase': asMember(422),
  'GET /organisation': ADMINISTRATORS,
  'POST /organisation?/invite': asAdministrator(422),
  'POST /organisation?/partner': asAdministrator(422),
  'POST /organisation?/role': asAdministrator(422),
  'POST /organisation?/remove': asAdministrator(409),
  'POST /organisation?/recover': asAdministrator(409),
  'POST /organisation?/cancel': asAdministrator(409),
  'GET /journal': ADMINISTRATORS,

  'GET /lieux/contacts': ADMINISTRATORS,
  'POST /lieux/contacts?/find': asAdministrator(200),
  'POST /lieux/contacts?/erase': asAdministrator(200),
  'POST /lieux/contacts/export': [401, 401, 403, 403, 200, 200],
  'GET /lieux/doublons': ANYBODY,
  'POST /lieux/doublons': asEditor(409),
  'GET /lieux/importer': ANYBODY,
  'POST /lieux/importer?/send': asEditor(400),
  'POST /lieux/importer?/undo': asEditor(409),
  'GET /lieux/importer/[token]': asImporter(404),
  'POST /lieux/importer/[token]?/check': asImporter(404),
  'POST /lieux/importer/[token]?/back': asImporter(404),
  'POST /lieux/importer/[token]?/confirm': asImporter(404),
  'POST /lieux/importer/[token]?/cancel': asImporter(404),
  'GET /lieux/importer/[token]/corrige.[format]': asImporter(404),
  'GET /lieux/saisir': ANYBODY,
  'POST /lieux/saisir?/save': asEditor(422),
  'POST /lieux/saisir?/close': asEditor(404),
  'POST /lieux/saisir?/drop': asEditor(404),
  'GET /lieux/[id]': ANYBODY,
  'POST /lieux/[id]?/split': asEditor(409),

  'GET /partage/[token]': [404, 404, 404, 404, 404, 404],
  'POST /partage/[token]?/accept': [404, 404, 404, 404, 404, 404],
  'GET /strategies/importer': [303, 303, 403, 200, 200, 200],
  'POST /strategies/importer': [303, 303, 403, 400, 400, 400],
  'GET /strategies': [303, 303, 200, 200, 200, 200],
  'POST /strategies?/create': [303, 303, 403, 422, 422, 422],
  'POST /strategies?/aside': [303, 303, 403, 403, 403, 403],
  'POST /strategies?/restore': [303, 303, 403, 403, 403, 403],
  'GET /strategies/retenir': [303, 303, 404, 404, 404, 404],
  'POST /strategies/retenir': [303, 303, 404, 404, 404, 404],
  'GET /strategies/[id]': ofStrategy(200),
  'GET /strategies/[id]/actions/nouvelle': ofStrategy(403, 200),
  'POST /strategies/[id]/actions/nouvelle?/create': toStrategy(403, 303),
  'GET /strategies/[id]/acteurs': ofStrategy(200),
  'POST /strategies/[id]/acteurs?/save': toStrategy(403, 200),
  'POST /strategies/[id]/acteurs?/add': toStrategy(403, 422),
  'POST /strategies/[id]/acteurs?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/actions/[action]': ofStrategy(200),
  'POST /strategies/[id]/actions/[action]?/save': toStrategy(403, 200),
  'POST /strategies/[id]/actions/[action]?/add': toStrategy(403, 422),
  'POST /strategies/[id]/actions/[action]?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/budget': ofStrategy(200),
  'POST /strategies/[id]/budget?/save': toStrategy(403, 200),
  'POST /strategies/[id]/budget?/add': toStrategy(403, 422),
  'POST /strategies/[id]/budget?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/diagnostic': ofStrategy(200),
  'POST /strategies/[id]/diagnostic?/save': toStrategy(403, 200),
  'POST /strategies/[id]/diagnostic?/add': toStrategy(403, 422),
  'POST /strategies/[id]/diagnostic?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/ecarts': ofStrategy(200),
  'POST /strategies/[id]/ecarts?/save': toStrategy(403, 200),
  'POST /strategies/[id]/ecarts?/add': toStrategy(403, 422),
  'POST /strategies/[id]/ecarts?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/gouvernance': ofStrategy(200),
  'POST /strategies/[id]/gouvernance?/save': toStrategy(403, 200),
  'POST /strategies/[id]/gouvernance?/add': toStrategy(403, 422),
  'POST /strategies/[id]/gouvernance?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/perimetre': ofStrategy(200),
  'POST /strategies/[id]/perimetre?/save': toStrategy(403, 200),
  'POST /strategies/[id]/perimetre?/add': toStrategy(403, 422),
  'POST /strategies/[id]/perimetre?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/priorites': ofStrategy(200),
  'POST /strategies/[id]/priorites?/save': toStrategy(403, 200),
  'POST /strategies/[id]/priorites?/add': toStrategy(403, 422),
  'POST /strategies/[id]/priorites?/remove': toStrategy(403, 409),
  'GET /strategies/[id]/suivi': ofStrategy(200),
  'POST /strategies/[id]/suivi?/save': toStrategy(403, 200),
  'POST /strategies/[id]/suivi?/add': toStrategy(403, 422),
  'POST /strategies/[id]/suivi?/remove': toStrategy(403, 409),
  'POST /strategies/[id]/diagnostic?/freeze': ofStrategy(403, 200),
  'POST /strategies/[id]/perimetre?/move': ofStrategy(403, 422),
  'GET /strategies/[id]/historique': ofStrategy(200),
  'POST /strategies/[id]/historique?/undo': toStrategy(403, 404),
  'POST /strategies/[id]/historique?/restore': toStrategy(403, 409),
  'GET /strategies/[id]/commentaires': ofStrategy(200),
  'POST /strategies/[id]/commentaires?/write': toStrategy(422),
  'POST /strategies/[id]/commentaires?/settle': toStrategy(409),
  'POST /strategies/[id]/commentaires?/reopen': toStrategy(409),
  'POST /strategies/[id]/commentaires?/remove': toStrategy(409),
  'GET /strategies/[id]/partage': ofStrategy(403, 403, 200),
  'POST /strategies/[id]/partage?/share': toStrategy(403, 403, 422),
  'POST /strategies/[id]/partage?/partner': toStrategy(403, 403, 422),
  'POST /strategies/[id]/partage?/found': toStrategy(403, 403, 422),
  'POST /strategies/[id]/partage?/revoke': toStrategy(403, 403, 409),
  'POST /strategies/[id]/partage?/change': toStrategy(403, 403, 422),
  'POST /strategies/[id]/partage?/remove': toStrategy(403, 403, 409),
  'GET /strategies/[id]/export.json': ofStrategy(403, 200),

  'GET /portefeuille': MEMBERS,
  'GET /portefeuille/communes.[format]': MEMBERS,
  'GET /portefeuille/territoires.[format]': MEMBERS,

  'GET /strategies/[id]/actions': ofStrategy(200),
  'GET /strategies/[id]/rapport': UNKNOWN_STRATEGY,
  'POST /strategies/[id]/rapport?/ecrire': [401, 401, 404, 404, 404, 404],
  'POST /strategies/[id]/rapport?/revenir': [401, 401, 404, 404, 404, 404],
  'GET /strategies/[id]/rapport/resume': UNKNOWN_STRATEGY,
  'GET /strategies/[id]/rapport.pdf': UNKNOWN_STRATEGY,
  'GET /strategies/[id]/rapport.docx': UNKNOWN_STRATEGY,
  'GET /strategies/[id]/rapport.xlsx': UNKNOWN_STRATEGY,
  'GET /strategies/[id]/resume.pdf': UNKNOWN_STRATEGY,
};

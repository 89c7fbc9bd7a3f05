/**
 * The layers of `src/lib` and what each may import, longest path first where one holds another.
 * `why` ends the message: a person who meets the rule learns what it protects.
 * @type {{ layer: string, may: string[], why: string }[]}
 */
export const layers = [
  {
    layer: 'domain',
    may: ['domain'],
    why: 'the domain is pure, so that the same maths runs in the browser, in a worker and on the server, and is tested without any of them',
  },
  { layer: 'geo', may: ['geo', 'domain'], why: 'geometry serves the browser and the import alike' },
  {
    layer: 'view',
    may: ['view', 'domain'],
    why: 'the view is a pure translation between the address and the state',
  },
  {
    layer: 'format',
    may: ['format', 'domain'],
    why: 'words and numbers are shaped without knowing who shows them',
  },
  { layer: 'messages', may: ['messages'], why: 'messages are plain words, at the bottom of everything' },
  {
    layer: 'styles',
    may: ['styles', 'domain'],
    why: 'one place decides colours, whoever draws with them',
  },
  {
    layer: 'ui',
    may: ['ui', 'format', 'messages', 'styles'],
    why: 'the controls know nothing of communes or indicators, so that any page can use them',
  },
  {
    layer: 'map',
    may: ['map', 'domain', 'geo', 'format', 'messages', 'ui', 'styles'],
    why: 'the map draws what it is given; pages decide and fetch',
  },
  {
    layer: 'charts',
    may: ['charts', 'domain', 'geo', 'format', 'messages', 'ui', 'styles'],
    why: 'charts draw what they are given; pages decide and fetch',
  },
  {
    layer: 'workers',
    may: ['workers', 'domain', 'geo'],
    why: 'workers run the domain off the main thread, no more',
  },
  {
    layer: 'live',
    may: ['live', 'domain', 'view', 'format', 'messages', 'map', 'styles', 'ui', 'workers'],
    why: 'live is what pages share in the browser: what they ask, keep and have computed; it draws nothing',
  },
  {
    layer: 'composer',
    may: ['composer', 'live', 'domain', 'view', 'format', 'messages', 'ui', 'charts', 'styles'],
    why: 'the controls and tables of an index are given their figures, so that every page can hold them',
  },
  {
    layer: 'criteria',
    may: ['criteria', 'domain', 'view', 'format', 'messages', 'ui'],
    why: 'what is asked of places is asked by the same fields on every page; pages send the form and find the places',
  },
  {
    layer: 'stage',
    may: ['stage', 'map', 'live', 'domain', 'view', 'format', 'messages', 'ui', 'styles'],
    why: 'the stage puts a map, its card and its keys together, so that every page with territories to point at can hold it',
  },
  { layer: 'server/db', may: ['server/db'], why: 'the database is the bottom of the server' },
  {
    layer: 'server/queries',
    may: ['server/queries', 'server/db', 'domain'],
    why: 'queries read rows into domain values; what is made of them belongs above',
  },
  {
    layer: 'server/audit',
    may: ['server/audit', 'server/db', 'domain'],
    why: 'the journal is written under every feature that writes; it knows none of them',
  },
  {
    layer: 'server/upkeep',
    may: ['server/upkeep', 'server/accounts', 'server/audit', 'server/places', 'server/db', 'domain'],
    why: 'upkeep knows what each feature keeps for a time only; none of them knows it',
  },
  {
    layer: 'server/backup',
    may: ['server/backup', 'server/audit', 'server/places', 'server/db', 'domain', 'messages'],
    why: 'a backup knows tables, not what is in them; of the places it knows only that they are made again from their records',
  },
  {
    layer: 'server/accounts',
    may: ['server/accounts', 'server/audit', 'server/places', 'server/db', 'server/queries', 'domain'],
    why: 'accounts say who asks; of the places they know only that those made before the first account find an owner',
  },
  {
    layer: 'server/places',
    may: [
      'server/places',
      'server/audit',
      'server/db',
      'server/queries',
      'domain',
      'geo',
      'format',
      'messages',
      'styles',
    ],
    why: 'places are written by one door, which keeps the journal; whose right it is belongs to the pages',
  },
  ...['tiles', 'columns', 'intake', 'export', 'demo', 'siting'].map((name) => ({
    layer: `server/${name}`,
    may: [`server/${name}`, 'server/db', 'server/queries', 'domain', 'geo', 'format', 'messages', 'styles'],
    why: 'server features stand side by side on queries and the domain, so that each can be read, tested and removed alone',
  })),
  {
    layer: 'server/gaps',
    may: [
      'server/gaps',
      'server/export',
      'server/db',
      'server/queries',
      'domain',
      'geo',
      'format',
      'messages',
    ],
    why: 'gaps are answered once for pages, files and the interface; how they are drawn belongs to those who ask',
  },
  {
    layer: 'server/jobs',
    may: [
      'server/jobs',
      'server/audit',
      'server/intake',
      'server/places',
      'server/db',
      'server/queries',
      'domain',
      'geo',
      'format',
      'messages',
    ],
    why: 'a job drives what reads, checks and keeps; it knows no screen and no request',
  },
  {
    layer: 'server/import',
    may: [
      'server/import',
      'server/audit',
      'server/tiles',
      'server/columns',
      'server/places',
      'server/demo',
      'server/db',
      'server/queries',
      'domain',
      'geo',
      'format',
      'messages',
    ],
    why: 'an import writes data, tiles and columns; it knows no screen and no request',
  },
];

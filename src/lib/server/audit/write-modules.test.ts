import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Modules that write inside the transaction of others, and which of these keep the journal. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  'accounts/account.ts': [
    'accounts/founding.ts',
    'accounts/by-command.ts',
    'accounts/own.ts',
    'accounts/accept.ts',
  ],
  'accounts/sessions.ts': ['accounts/sign-in.ts', 'accounts/own.ts', 'accounts/accept.ts'],
  'import/write/keep-edition.ts': ['import/write/write-version.ts'],
  'import/write/put-by.ts': ['import/write/write-version.ts'],
  'import/write/write-columns.ts': ['import/write/write-version.ts'],
  'import/write/write-computed.ts': ['import/write/write-version.ts'],
  'import/write/write-outlines.ts': ['import/write/write-version.ts'],
  'strategies/adopt.ts': ['accounts/founding.ts'],
  'import/write/write-places.ts': ['import/write/write-version.ts'],
  'import/write/write-territories.ts': ['import/write/write-version.ts'],
  'import/write/write-own-table.ts': ['tables/keep-table.ts', 'tables/change-table.ts'],
  'tables/adopt.ts': ['accounts/founding.ts'],
  'import/write/write-zones.ts': ['import/write/write-version.ts'],
  'places/adopt.ts': ['accounts/founding.ts'],
  'places/lists.ts': ['places/import-list.ts'],
  'places/write-inhabited.ts': ['jobs/inhabited-points.ts', 'import/write/write-version.ts'],
  'places/refresh-places.ts': ['places/change-records.ts', 'import/write/write-version.ts'],
  'backup/table-lines.ts': ['backup/restore-backup.ts'],
  'backup/scratch.ts': ['backup/restore-backup.ts'],
};

/** Modules that write what no person decides: it is in no journal. */
const UNTOLD: Readonly<Record<string, string>> = {
  'accounts/limits.ts': 'tries counted, forgotten in a quarter of an hour',
  'editions/checks.ts': 'how far the search for new editions is; what comes of it is told',
  'audit/read-journal.ts': 'lines of the journal, forgotten after a year',
  'places/geocode.ts': 'answers of the geocoder, so as not to ask twice',
  'jobs/isochrones.ts':
    'answers of the isochrone service, so as not to ask twice; what is made of them is told',
};

const root = new URL('..', import.meta.url).pathname;

const textOf = (module: string): string => readFileSync(root + module, 'utf8');

const tablesOf = (text: string): string[] =>
  [...text.matchAll(/import \{([^}]*)\} from '[^']*db\/schema\/[^']*'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );

/** Whether a module changes rows: by a table of the schema, by one of several, or in SQL. */
function writes(text: string): boolean {
  const tables = tablesOf(text).filter((name) => name !== '');
  const called = [...text.matchAll(/\.(?:insert|update|delete)\(\s*(\w+)/g)].map(([, name = '']) => name);
  return (
    called.some((name) => tables.includes(name) || (tables.length > 0 && name === 'table')) ||
    /\b(insert into|delete from|update \w+ (\w+ )?set)\b/.test(text)
  );
}

const keepsTheJournal = (text: string): boolean => /\b(writing|changePlaces|note)\(/.test(text);

const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|fixture/.test(name));

const modules = scriptsIn(root);

it('every module that writes keeps the journal, writes inside one that does, or says why it need not', () => {
  const writing = modules.filter((name) => writes(textOf(name)));
  expect(writing.length).toBeGreaterThan(25);
  const silent = writing.filter((name) => !keepsTheJournal(textOf(name)));
  expect(silent.filter((name) => !(name in INSIDE) && !(name in UNTOLD))).toEqual([]);
  for (const [name, callers] of Object.entries(INSIDE)) {
    expect(writing, `${name} writes`).toContain(name);
    for (const caller of callers) expect(keepsTheJournal(textOf(caller)), caller).toBe(true);
  }
  for (const name of Object.keys(UNTOLD)) expect(writing, `${name} writes`).toContain(name);
});

it('no page writes by itself', () => {
  const routes = new URL('../../../routes', import.meta.url).pathname;
  const pages = scriptsIn(routes);
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.filter((name) => writes(readFileSync(`${routes}/${name}`, 'utf8')))).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name.ts';
import { normaliseEmail } from './email.ts';
import { LEAST_BITS, passwordBits, passwordFault } from './password.ts';
import { returnPath } from './return-path.ts';
import { grants, RIGHTS, roleNamed, ROLES, type Right } from './role.ts';
import { IDLE_MS, stands } from './session-life.ts';
import { allows, handOf, needsKeeper, type Member, type Visitor } from './visitor.ts';

const member = (role: (typeof ROLES)[number] | null, keepsData = true): Member => ({
  kind: 'member',
  account: 'a',
  name: 'Ada',
  email: 'ada@exemple.fr',
  session: 's',
  organisation: role && { id: 'o', name: 'Ville', role, keepsData },
});

describe('rights', () => {
  it('each role may do what the one before may, and no right is nobody’s', () => {
    for (const right of RIGHTS) {
      const given = ROLES.map((role) => grants(role, right));
      expect(given).toEqual([...given].sort());
      expect(given.at(-1)).toBe(true);
    }
    expect(RIGHTS.filter((right) => grants('reader', right))).toEqual([]);
    expect(RIGHTS.filter((right) => grants('editor', right))).toEqual([
      'write-places',
      'import-lists',
      'make-keys',
    ]);
  });

  it('nobody else may do anything, and a machine without accounts has no members to manage', () => {
    const idle: Visitor[] = [{ kind: 'anonymous' }, { kind: 'expired' }, member(null)];
    for (const visitor of idle) expect(RIGHTS.some((right) => allows(visitor, right))).toBe(false);
    const held = (visitor: Visitor): Right[] => RIGHTS.filter((right) => allows(visitor, right));
    expect(held({ kind: 'single' })).toEqual([
      'write-places',
      'import-lists',
      'make-keys',
      'read-contacts',
      'load-data',
    ]);
    expect(held(member('editor'))).toEqual(['write-places', 'import-lists', 'make-keys']);
    expect(roleNamed('Administrator')).toBeNull();
  });

  it('what every organisation reads is changed by the administrators of one that keeps it', () => {
    const held = (visitor: Visitor): Right[] => RIGHTS.filter((right) => allows(visitor, right));
    const guest = member('administrator', false);
    expect(held(member('administrator'))).toEqual([...RIGHTS]);
    expect(held(guest)).toEqual(RIGHTS.filter((right) => right !== 'load-data'));
    expect(held(member('editor', false))).toEqual(held(member('editor', true)));
    expect(RIGHTS.filter((right) => needsKeeper(guest, right))).toEqual(['load-data']);
    expect(needsKeeper(member(null), 'load-data')).toBe(true);
    expect(RIGHTS.some((right) => needsKeeper(member('reader'), right))).toBe(false);
  });

  it('what is made belongs to the organisation', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    expect(handOf(member('editor'), now)).toEqual({ now, owner: 'o', account: 'a' });
    expect(handOf({ kind: 'single' }, now)).toEqual({ now, owner: null, account: null });
  });
});

describe('e-mail', () => {
  it.each([
    ['  Ada.Martin@Ville.FR ', 'ada.martin@ville.fr'],
    ['ada+test@sous.domaine.gouv.fr', 'ada+test@sous.domaine.gouv.fr'],
    ['ａｄａ@exemple.fr', 'ada@exemple.fr'],
    ['élodie@mairie-été.fr', 'élodie@mairie-été.fr'],
  ])('%s is kept as %s', (typed, kept) => expect(normaliseEmail(typed)).toBe(kept));

  it.each(['', 'ada', 'ada@', '@ville.fr', 'ada@ville', 'a b@ville.fr', 'ada@ville.fr, b@c.fr', 'ada@-v.fr'])(
    '« %s » is none',
    (typed) => expect(normaliseEmail(typed)).toBeNull(),
  );

  it('normalising twice changes nothing', () =>
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (typed) => {
        const once = normaliseEmail(typed);
        expect(once === null ? null : normaliseEmail(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    ));
});

describe('password', () => {
  it('is asked the 80 bits of the CNIL: its three examples pass, one character less fails', () => {
    // « 12 caractères des quatre familles », « 14 des trois premières », « une phrase de 7 mots ».
    for (const good of ['Tr0mbone&Kiw', 'Tr0mboneKiwi42', 'huit chats gris dorment sous la pluie']) {
      expect(passwordFault(good, [])).toBeNull();
    }
    for (const weak of ['Tr0mbone&Ki', 'Tr0mboneKiwi4', '1234', '', '90871234561298471'])
      expect(passwordFault(weak, [])).toBe('weak');
    expect(Math.round(passwordBits('Tr0mbone&Kiw'))).toBe(LEAST_BITS);
  });

  it('is not what anybody would try first', () => {
    expect(passwordFault('AdaMartin-2026', ['ada.martin@ville.fr'])).toBe('personal');
    expect(passwordFault('MotDePasse2026!', [])).toBe('common');
    expect(passwordFault('aAaAaA1!1!1!1!aA', [])).toBe('repeated');
    expect(passwordFault('a1B!'.repeat(60), [])).toBe('long');
    expect(passwordFault('le maillage des rues de ma ville natale', ['Ville'])).toBeNull();
  });

  it('a character more never makes it weaker', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text, more) => {
          expect(passwordBits(text + more)).toBeGreaterThanOrEqual(passwordBits(text));
        },
      ),
      { numRuns: 2_000 },
    ));
});

describe('a session', () => {
  const seenAt = new Date('2026-01-01T08:00:00Z');
  const endsAt = new Date('2026-01-01T22:00:00Z');
  const after = (ms: number): Date => new Date(seenAt.getTime() + ms);

  it('stands until nobody uses it, or its end', () => {
    expect(stands({ seenAt, endsAt }, after(IDLE_MS - 1))).toBe(true);
    expect(stands({ seenAt, endsAt }, after(IDLE_MS))).toBe(false);
    expect(stands({ seenAt: endsAt, endsAt }, endsAt)).toBe(false);
  });
});

describe('the way back', () => {
  it.each([
    ['/lieux/saisir?id=a%26b', '/lieux/saisir?id=a%26b'],
    ['/', '/'],
    [null, '/compte'],
    ['', '/compte'],
    ['//autre.test', '/compte'],
    ['/\\autre.test', '/compte'],
    ['/\t/autre.test', '/compte'],
    ['https://autre.test/', '/compte'],
    ['javascript:alert(1)', '/compte'],
    ['/connexion?suite=/', '/compte'],
    ['/.//autre.test', '/compte'],
  ])('%s leads to %s', (asked, path) => expect(returnPath(asked)).toBe(path));

  it('never leads to another site', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '\t', '\n', '%', '?', '#', ' ') }),
        (asked) => {
          const origin = 'https://carte.test';
          expect(new URL(returnPath(asked), origin).origin).toBe(origin);
          expect(returnPath(returnPath(asked))).toBe(returnPath(asked));
        },
      ),
      { numRuns: 5_000 },
    ));
});

it('knows a browser by name, and no more', () => {
  const agent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(browserName(agent)).toBe('Chrome, Linux');
  expect(browserName(`${agent} Edg/156.0`)).toBe('Edge, Linux');
  expect(browserName('<script>')).toBe('Navigateur inconnu');
});

import { describe, expect, it } from 'vitest';
import { findIndicator } from '../../indicators/catalogue.ts';
import { OFFERS } from '../../places/offer.ts';
import { draftOf } from './action-draft.ts';
import { ACTOR_KINDS, sayActors } from './actor-kind.ts';
import { AUDIENCES } from './audience.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';
import { ACTION_LIBRARY, findModel, modelsFor } from './library.ts';
import { NEED_KINDS } from './need-kind.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

const keysFor = (question: Parameters<typeof modelsFor>[0]): string[] =>
  modelsFor(question).map(({ key }) => key);

describe('the library of actions', () => {
  it('has twenty actions, of unique keys that can stand in an address', () => {
    expect(ACTION_LIBRARY).toHaveLength(20);
    expect(new Set(ACTION_LIBRARY.map(({ key }) => key)).size).toBe(20);
    for (const model of ACTION_LIBRARY) {
      expect(model.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(findModel(model.key)).toBe(model);
    }
    expect(findModel('rien')).toBeUndefined();
  });

  it('answers needs, publics and offers that exist, and points at indicators of the catalogue', () => {
    const among = <T>(list: readonly T[], known: readonly T[]): void => {
      expect(new Set(list).size).toBe(list.length);
      for (const one of list) expect(known).toContain(one);
    };
    for (const { needs, audiences, offers, leads, partners, signals } of ACTION_LIBRARY) {
      among(needs, NEED_KINDS);
      among(audiences, AUDIENCES);
      among(offers, OFFERS);
      among([...leads, ...partners], ACTOR_KINDS);
      for (const list of [needs, audiences, leads, partners, signals]) expect(list.length).toBeGreaterThan(0);
      for (const id of signals) expect(findIndicator(id)?.id).toBe(id);
    }
    for (const need of NEED_KINDS) expect(modelsFor({ need, audience: null })).not.toEqual([]);
    for (const audience of AUDIENCES) expect(modelsFor({ need: null, audience })).not.toEqual([]);
  });

  it('says all that a sheet needs', () => {
    for (const model of ACTION_LIBRARY) {
      for (const text of [model.title, model.summary, model.need]) expect(text).not.toBe('');
      expect(model.steps.length).toBeGreaterThan(1);
      expect(model.steps.length).toBeLessThan(5);
      for (const list of [model.prerequisites, model.watch, model.references])
        expect(list.length).toBeGreaterThan(0);
      expect(model.indicators.length).toBeGreaterThan(1);
      expect(new Set(model.indicators.map(({ name }) => name)).size).toBe(model.indicators.length);
      for (const { name, unit } of model.indicators) expect([name, unit]).not.toContain('');
      expect(Number.isInteger(model.months) && model.months > 0 && model.months <= 36).toBe(true);
    }
  });

  it('has no cost without a source, its year and its address, nor one that runs backwards', () => {
    const costs = ACTION_LIBRARY.flatMap((model) => model.costs ?? []);
    expect(costs.length).toBeGreaterThan(15);
    for (const { low, high, unit, covers } of costs) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low);
      expect([unit, covers]).not.toContain('');
    }
    for (const { costs: listed } of ACTION_LIBRARY) expect(listed).not.toEqual([]);
    const quoted = new Set([
      ...costs.map(({ source }) => source),
      ...ACTION_LIBRARY.flatMap(({ references }) => references.map(({ source }) => source)),
    ]);
    for (const { title, publisher, year, url } of quoted) {
      expect([title, publisher]).not.toContain('');
      expect(year).toBeGreaterThanOrEqual(2009);
      expect(year).toBeLessThanOrEqual(2026);
      expect(new URL(url).protocol).toBe('https:');
    }
    expect(quoted).toEqual(new Set([...Object.values(PROGRAMME_TEXTS), ...Object.values(EXPERIENCE_TEXTS)]));
  });
});

describe('modelsFor', () => {
  it('gives everything when nothing is asked, and the need alone when it is', () => {
    expect(modelsFor({ need: null, audience: null })).toEqual(ACTION_LIBRARY);
    expect(keysFor({ need: 'distance', audience: null })).toEqual([
      'guichet-accompagne',
      'france-services',
      'bus-numerique',
      'seniors',
    ]);
  });

  it('puts what is made for a public before what serves everyone', () => {
    expect(keysFor({ need: 'distance', audience: 'seniors' })).toEqual([
      'bus-numerique',
      'seniors',
      'guichet-accompagne',
      'france-services',
    ]);
  });

  it('keeps what is for everyone from those who help', () => {
    const audiences = modelsFor({ need: null, audience: 'helpers' }).map((model) => model.audiences);
    expect(audiences.every((list) => list.includes('helpers'))).toBe(true);
    expect(keysFor({ need: 'connection', audience: 'helpers' })).toEqual([]);
  });
});

describe('sayActors', () => {
  it('is one phrase, of an ordinary capital', () => {
    expect(sayActors(['commune', 'employment'])).toBe('Commune, France Travail et missions locales');
    expect(sayActors([])).toBe('');
  });
});

describe('draftOf', () => {
  it('gives the words of an action, steps and conditions as lines', () => {
    const model = findModel('aidants-connect');
    expect(model && draftOf(model)).toMatchObject({
      model: 'aidants-connect',
      title: 'Habiliter des aidants avec Aidants Connect',
      public: 'Tous les publics, professionnels et bénévoles qui aident',
      indicators: [
        { name: 'Aidants habilités et actifs', unit: 'aidants' },
        { name: 'Mandats signés', unit: 'mandats par an' },
        { name: 'Communes à plus de 10 km d’un lieu habilité', unit: 'communes' },
      ],
      months: 6,
    });
  });

  it('loses nothing of any model', () => {
    for (const model of ACTION_LIBRARY) {
      const draft = draftOf(model);
      for (const step of [model.summary, ...model.steps]) expect(draft.description).toContain(step);
      expect(draft.prerequisites.split('\n')).toEqual(model.prerequisites.map((one) => `- ${one}`));
      expect(draft.need).toBe(model.need);
    }
  });
});

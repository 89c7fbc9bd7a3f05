import { describe, expect, it } from 'vitest';
import { sampleInput, sampleStrategy } from '../../../strategy/report/fixture.ts';
import { CHAPTERS, passagesOf, wordsOf, type Report, type ReportTable } from './report-document.ts';
import { strategyReport } from './strategy-report.ts';
import { basisOf } from './with-edits.ts';
import { workbookTables } from './workbook-tables.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const passage = (report: Report, key: string) => passagesOf(report).find((one) => one.key === key);
const said = (report: Report, key: string): string => plain(passage(report, key)?.generated ?? '');
const tables = (report: Report): ReportTable[] =>
  report.chapters.flatMap(({ blocks }) => blocks.filter((block) => block.is === 'table'));

describe('strategyReport', () => {
  it('has the chapters of the national order, each with something in it', () => {
    const { chapters } = strategyReport(sampleInput());
    expect(chapters.map(({ key }) => key)).toEqual(CHAPTERS.map(({ key }) => key));
    for (const { blocks } of chapters) expect(blocks.length).toBeGreaterThan(0);
  });

  it('gives every sentence with a figure at least a source, and a day', () => {
    for (const strategy of [sampleStrategy(), sampleStrategy({ gaps: [], actions: [] })]) {
      const figured = passagesOf(strategyReport(sampleInput({ strategy }))).filter(({ generated }) =>
        /\d/.test(generated),
      );
      expect(figured.length).toBeGreaterThan(3);
      for (const { key, sources, day } of figured) {
        expect([key, sources.filter((source) => source.trim() !== '').length > 0]).toEqual([key, true]);
        expect([key, day]).toEqual([key, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
      }
    }
  });

  it('writes the figures of the strategy in sentences', () => {
    const report = strategyReport(sampleInput());
    expect(said(report, 'resume.territoire')).toBe(
      'Stratégie d’inclusion numérique, portée par Ada Lovelace, de 2027 à 2029. Territoire : Fougerac.',
    );
    expect(said(report, 'ecarts.nombre')).toBe(
      '2 écarts sont retenus : 2 « Éloignement ». Celui qui touche le plus de monde, « Vallée haute », concerne 1 240 personnes.',
    );
    expect(said(report, 'priorites.ordre')).toBe(
      'À faire d’abord : « Vallée haute » (20 sur 25). Gain facile : « Horaires du soir » (15 sur 25).',
    );
    expect(said(report, 'budget.total')).toBe(
      'Les actions coûtent 61 200,50 €, de 2027 à 2028. Les financements inscrits font 50 000 €, dont 40 000 € accordés ou versés ; 11 200,50 € restent à trouver. 1 ligne sans montant n’est pas comptée.',
    );
    expect(said(report, 'action.x1.personnes')).toBe(
      '1 site : 800 de plus à portée parmi les personnes sous le seuil de pauvreté, à 10 km (Fougerac), de 3 000 à 3 800 sur 5 000.',
    );
    expect(said(report, 'suivi.indicateurs')).toBe(
      '1 indicateur suivi ; déjà mesurés : 1 ; à leur cible : 0. La stratégie sera revue le 30 juin 2028.',
    );
  });

  it('says what is empty, and never a zero for what is not said', () => {
    const bare = sampleStrategy({
      sponsor: '',
      pilot: '',
      team: '',
      from: null,
      to: null,
      context: '',
      voices: '',
      aims: '',
      governance: '',
      envelope: null,
      revision: '',
      followUp: '',
      actors: [],
      gaps: [],
      actions: [],
      bodies: [],
    });
    const report = strategyReport(sampleInput({ strategy: bare, diagnosis: null, owner: '', place: '' }));
    for (const { key, blocks } of report.chapters) {
      if (key === 'summary' || key === 'method') continue;
      expect([key, blocks.map(({ is }) => is)]).toEqual([key, ['note']]);
    }
    const costs = tables(strategyReport(sampleInput())).find(({ key }) => key === 'costs');
    expect(costs?.rows[2]).toEqual(['Loyer', 'Fonctionnement', '2028', null]);
  });

  it('has a heading for every column of every table', () => {
    const input = sampleInput();
    const report = strategyReport(input);
    for (const { columns, rows } of [...tables(report), ...workbookTables(input, report)]) {
      for (const { key, label } of columns) expect(label).not.toBe(key);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('leaves out of the workbook what is frozen, and gives each table once', () => {
    const input = sampleInput();
    const keys = workbookTables(input, strategyReport(input)).map(({ key }) => key);
    expect(keys).toEqual([
      'actors',
      'gaps',
      'priorities',
      'actions',
      'bodies',
      'budget',
      'funders',
      'lines',
      'indicators',
      'measures',
      'costs',
    ]);
  });
});

describe('a passage rewritten by hand', () => {
  const rewritten = (text: string, basis: string, over = {}) =>
    strategyReport(
      sampleInput({
        strategy: sampleStrategy({
          passages: [{ id: 'p', key: 'budget.total', text, basis }],
          ...over,
        }),
      }),
    );
  const generated = passage(strategyReport(sampleInput()), 'budget.total')?.generated ?? '';

  it('stands in the place of what the figures give, with its sources and day', () => {
    const edited = passage(rewritten('Nous demandons 11 200 €.', basisOf(generated)), 'budget.total');
    expect(edited && wordsOf(edited)).toBe('Nous demandons 11 200 €.');
    expect(edited?.edit?.isStale).toBe(false);
    expect(edited?.sources.length).toBeGreaterThan(0);
  });

  it('survives other figures, and says that they changed, with both texts', () => {
    const edited = passage(
      rewritten('Nous demandons 11 200 €.', basisOf(generated), { actions: [] }),
      'budget.total',
    );
    expect(edited).toBeUndefined();
    const cheaper = sampleStrategy().actions.map((action) => ({
      ...action,
      costs: action.costs.slice(0, 1),
    }));
    const stale = passage(
      rewritten('Nous demandons 11 200 €.', basisOf(generated), { actions: cheaper }),
      'budget.total',
    );
    expect(stale && wordsOf(stale)).toBe('Nous demandons 11 200 €.');
    expect(stale?.edit).toEqual({
      text: 'Nous demandons 11 200 €.',
      basis: basisOf(generated),
      isStale: true,
    });
    expect(plain(stale?.generated ?? '')).toContain('Les actions coûtent 60 000 €');
  });

  it('that is emptied leaves its place to the figures', () => {
    expect(passage(rewritten('', basisOf(generated)), 'budget.total')?.edit).toBeNull();
  });
});

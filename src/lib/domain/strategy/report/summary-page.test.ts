import { expect, it } from 'vitest';
import { sampleInput, sampleStrategy } from '../../../strategy/report/fixture.ts';
import { strategyReport } from './strategy-report.ts';
import { summaryPage } from './summary-page.ts';

it('holds every passage and the first actions of a strategy of an ordinary size', () => {
  const page = summaryPage(strategyReport(sampleInput()));
  expect(page.passages.length).toBeGreaterThan(5);
  expect(page.actions).toEqual([
    { name: 'Ouvrir deux permanences', lead: 'La Ruche', people: 800, cost: 61_200.5 },
  ]);
  expect(page.left).toEqual({ passages: 0, actions: 0 });
});

it('cuts what is long after a word, and counts what it leaves to the whole report', () => {
  const [action] = sampleStrategy().actions;
  if (!action) throw new Error('no action');
  const report = strategyReport(
    sampleInput({
      strategy: sampleStrategy({
        sponsor: 'mot '.repeat(2_000),
        actions: Array.from({ length: 40 }, (_, at) => ({
          ...action,
          id: `x${at}`,
          name: 'Nom '.repeat(60),
        })),
        passages: [
          'resume.ecarts',
          'resume.priorites',
          'resume.actions',
          'resume.budget',
          'resume.suivi',
        ].map((key) => ({ id: key, key, text: 'ligne\n'.repeat(80), basis: '' })),
      }),
    }),
  );
  const page = summaryPage(report);
  expect(page.left.passages).toBeGreaterThan(0);
  expect(page.actions.length + page.left.actions).toBe(40);
  for (const { text } of page.passages) expect(text.length).toBeLessThanOrEqual(530);
  expect(page.passages[0]?.text).toMatch(/mot \[…\]$/);
});

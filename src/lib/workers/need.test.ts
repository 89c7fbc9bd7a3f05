import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../domain/indicators/value.ts';
import type { Recipe } from '../domain/need/recipe.ts';
import { Need } from './need.ts';
import type { NeedAnswer, NeedRequest, ScoreQuestion } from './need-messages.ts';
import { NeedRunner } from './need-runner.ts';

const classes = { method: 'quantile', classes: 3 } as const;

const recipe: Recipe = {
  components: [{ name: '', weight: 1, ingredients: [{ indicator: 'fibre', weight: 5, fragile: 'low' }] }],
  normalisation: 'rank',
  reference: 'france',
  threshold: 0.6,
};
const question: ScoreQuestion = { level: 'commune', recipe, estimates: true, classes };

const figuresOf = (...values: number[]) => ({
  values: Float64Array.from(values),
  states: Uint8Array.from(values, (value) => (Number.isNaN(value) ? STATE_CODES.secret : STATE_CODES.value)),
});

describe('Need', () => {
  const need = new Need();
  need.receive({
    level: 'commune',
    length: 4,
    figures: { fibre: figuresOf(10, 50, 90, Number.NaN) },
    groups: { region: Int32Array.of(0, 0, 1, 1) },
  });

  it('scores, ranks and cuts into classes', () => {
    const { scores, classification } = need.score(question);
    expect([...scores.ranks]).toEqual([1, 2, 3, 0]);
    expect(classification.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(classification.unclassed.absent).toBe(1);
    expect(classification.range).toEqual([scores.column.values[2], scores.column.values[0]]);
  });

  it('takes the sets it was sent, the members of a perimeter, and nobody for a set it does not have', () => {
    const ranks = (reference: Recipe['reference'], members?: Uint32Array) => [
      ...need.score({ ...question, recipe: { ...recipe, reference }, members: members ?? null }).scores.ranks,
    ];
    expect(ranks('region')).toEqual([1, 3, 2, 0]);
    expect(ranks('perimeter', Uint32Array.of(1, 2))).toEqual([0, 1, 2, 0]);
    expect(ranks('perimeter', Uint32Array.of(0, 2))).toEqual([1, 0, 2, 0]);
    expect(ranks('perimeter')).toEqual([0, 0, 0, 0]);
    const { scores } = need.score({ ...question, recipe: { ...recipe, reference: 'epci' } });
    expect(scores.problems).toEqual([{ kind: 'no-territory' }]);
  });

  it('completes a level, and scores again what changed', () => {
    need.receive({ level: 'commune', length: 4, figures: { fibre: figuresOf(90, 50, 10, 5) } });
    expect([...need.score(question).scores.ranks]).toEqual([4, 3, 2, 1]);
  });

  it('refuses a level that was never sent', () => {
    expect(() => need.score({ ...question, level: 'epci' })).toThrow('epci');
  });
});

describe('NeedRunner', () => {
  const fakeWorker = () => {
    const sent: NeedRequest[] = [];
    const worker: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'> = {
      postMessage: (request: NeedRequest) => void sent.push(request),
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const answer = (turn: number): void =>
      worker.onmessage?.call(
        worker as Worker,
        { data: { kind: 'scored', turn, scored: { turn } } } as unknown as MessageEvent<NeedAnswer>,
      );
    return { worker, sent, answer };
  };
  const weighing = (weight: number): ScoreQuestion => ({
    ...question,
    recipe: { ...recipe, components: [{ name: '', weight, ingredients: [] }] },
  });
  const weights = (sent: NeedRequest[]) =>
    sent.map((request) => (request.kind === 'score' ? request.question.recipe.components[0]?.weight : null));

  it('keeps one question in the worker and one waiting, the newest', async () => {
    const { worker, sent, answer } = fakeWorker();
    const runner = new NeedRunner(worker);
    const asked = [1, 2, 3].map((weight) => runner.score(weighing(weight)));
    expect(weights(sent)).toEqual([1]);
    answer(1);
    expect(await asked[0]).toMatchObject({ turn: 1 });
    expect(await asked[1]).toBeNull();
    expect(weights(sent)).toEqual([1, 3]);
    answer(1);
    answer(2);
    expect(await asked[2]).toMatchObject({ turn: 2 });
  });

  it('says when the worker fails, and goes on with the next question', async () => {
    const { worker, sent, answer } = fakeWorker();
    const runner = new NeedRunner(worker);
    const failing = runner.score(weighing(1));
    const next = runner.score(weighing(2));
    worker.onerror?.call(worker as Worker, { message: 'boom' } as ErrorEvent);
    await expect(failing).rejects.toThrow('boom');
    expect(weights(sent)).toEqual([1, 2]);
    answer(2);
    expect(await next).toMatchObject({ turn: 2 });
  });

  it('lets go of both when closed', async () => {
    const { worker } = fakeWorker();
    const runner = new NeedRunner(worker);
    const asked = [1, 2].map((weight) => runner.score(weighing(weight)));
    runner.close();
    expect(await Promise.all(asked)).toEqual([null, null]);
  });
});

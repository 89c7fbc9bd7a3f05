import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../domain/indicators/value.ts';
import type { Recipe } from '../domain/need/recipe.ts';
import { answerNeed } from './need-answers.ts';
import { Need } from './need.ts';
import type { NeedAnswer, NeedRequest, RobustnessQuestion, ScoreQuestion } from './need-messages.ts';
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

const robust: RobustnessQuestion = {
  level: 'commune',
  recipe,
  estimates: true,
  among: null,
  top: 2,
  draws: 20,
};

describe('answerNeed', () => {
  /** A worker whose slices of draws run when told; each takes as long as a slice may. */
  const worker = () => {
    const answers: NeedAnswer[] = [];
    const slices: (() => void)[] = [];
    let clock = 0;
    const receive = answerNeed({
      post: (answer, transfer) => {
        answers.push(structuredClone(answer, { transfer: transfer as ArrayBuffer[] }));
      },
      later: (act) => void slices.push(act),
      now: () => (clock += 20),
    });
    const ask = (data: NeedRequest) => receive({ data });
    ask({
      kind: 'figures',
      sent: { level: 'commune', length: 3, figures: { fibre: figuresOf(10, 50, 90) } },
    });
    const slice = () => slices.shift()?.();
    return { answers, ask, slice };
  };
  const kinds = (answers: NeedAnswer[]) => answers.map(({ kind }) => kind);

  it('answers scores between two slices of draws', () => {
    const { answers, ask, slice } = worker();
    ask({ kind: 'robustness', turn: 1, question: robust });
    slice();
    ask({ kind: 'score', turn: 1, question });
    expect(answers[0]).toEqual({ kind: 'drawn', turn: 1, done: 10, of: 20 });
    slice();
    slice();
    expect(kinds(answers)).toEqual(['drawn', 'scored', 'drawn', 'robust']);
    const last = answers.at(-1);
    expect(last?.kind === 'robust' && [...last.robustness.median]).toEqual([1, 2, 3]);
    expect(last?.kind === 'robust' && [...last.robustness.inTop]).toEqual([1, 1, 0]);
  });

  it('leaves a robustness that was stopped or replaced', () => {
    const { answers, ask, slice } = worker();
    ask({ kind: 'robustness', turn: 1, question: robust });
    ask({ kind: 'robustness', turn: 2, question: { ...robust, draws: 5 } });
    slice();
    expect(answers).toEqual([]);
    slice();
    expect(kinds(answers)).toEqual(['drawn', 'robust']);
    ask({ kind: 'robustness', turn: 3, question: robust });
    ask({ kind: 'stop' });
    slice();
    expect(answers).toHaveLength(2);
  });

  it('says what failed, and goes on', () => {
    const { answers, ask } = worker();
    ask({ kind: 'score', turn: 4, question: { ...question, level: 'epci' } });
    ask({ kind: 'robustness', turn: 5, question: { ...robust, level: 'epci' } });
    ask({ kind: 'score', turn: 6, question });
    expect(answers).toMatchObject([
      { kind: 'failed', of: 'score', turn: 4 },
      { kind: 'failed', of: 'robustness', turn: 5 },
      { kind: 'scored', turn: 6 },
    ]);
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
    const say = (data: object): void =>
      worker.onmessage?.call(worker as Worker, { data } as unknown as MessageEvent<NeedAnswer>);
    const answer = (turn: number): void => say({ kind: 'scored', turn, scored: { turn } });
    return { worker, sent, answer, say };
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

  it('refuses a question that cannot be sent, and takes the next one', async () => {
    const { worker, sent, answer } = fakeWorker();
    const post = worker.postMessage;
    const runner = new NeedRunner({
      ...worker,
      postMessage: (data: NeedRequest) => post(structuredClone(data)),
    });
    const unsendable = { ...question, members: new Proxy(new Uint32Array(1), {}) };
    await expect(runner.score(unsendable)).rejects.toThrow();
    expect(sent).toEqual([]);
    void runner.score(question);
    expect(sent).toHaveLength(1);
    answer(2);
  });

  it('lets go of both when closed', async () => {
    const { worker } = fakeWorker();
    const runner = new NeedRunner(worker);
    const asked = [1, 2].map((weight) => runner.score(weighing(weight)));
    runner.close();
    expect(await Promise.all(asked)).toEqual([null, null]);
  });

  it('tells how far a robustness is, and lets the last one asked win', async () => {
    const { worker, sent, say } = fakeWorker();
    const runner = new NeedRunner(worker);
    const shares: number[] = [];
    const first = runner.robustness(robust);
    const second = runner.robustness(robust, (share) => shares.push(share));
    expect(await first).toBeNull();
    say({ kind: 'drawn', turn: 1, done: 10, of: 20 });
    say({ kind: 'robust', turn: 1, robustness: {} });
    say({ kind: 'drawn', turn: 2, done: 5, of: 20 });
    say({ kind: 'robust', turn: 2, robustness: { draws: 20 } });
    expect(await second).toEqual({ draws: 20 });
    expect(shares).toEqual([0.25]);
    expect(sent.map(({ kind }) => kind)).toEqual(['robustness', 'robustness']);
  });

  it('stops a robustness, and says when one fails', async () => {
    const { worker, sent, say } = fakeWorker();
    const runner = new NeedRunner(worker);
    runner.stopRobustness();
    const stopped = runner.robustness(robust);
    runner.stopRobustness();
    expect(await stopped).toBeNull();
    expect(sent.map(({ kind }) => kind)).toEqual(['robustness', 'stop']);
    const failing = runner.robustness(robust);
    const scoring = runner.score(question);
    say({ kind: 'failed', of: 'robustness', turn: 2, message: 'boom' });
    say({ kind: 'failed', of: 'score', turn: 1, message: 'bang' });
    await expect(failing).rejects.toThrow('boom');
    await expect(scoring).rejects.toThrow('bang');
  });
});

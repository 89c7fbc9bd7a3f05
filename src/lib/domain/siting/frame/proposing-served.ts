import { capacitated } from '../capacity/instance-of.ts';
import type { CapacityInstance } from '../capacity/question.ts';
import { serve, type Serving } from '../capacity/serving.ts';
import { inServedOrder, sharing, type CapacityProof } from '../capacity/sharing.ts';
import { checkQuestion } from '../question/check.ts';
import { curveOf, kneeOf } from '../question/curve.ts';
import { sumOf, type SitingQuestion } from '../question/question.ts';
import { capacitiesOf, priceOf, questionOf, type FrameAsked } from './frame-question.ts';
import { problemsOf, STANDINGS, told, type Proposal } from './proposal.ts';
import type { SitingFrame } from './siting-frame.ts';

/**
 * Answers which sites to open so that the most people are accompanied, when each can take so many a year:
 * better and better as `proposing` does. `capacity` is that of a site open full time; existing places stay.
 */
export function* proposingServed(
  frame: SitingFrame,
  asked: FrameAsked,
  capacity: number,
  proof: CapacityProof | null,
): Generator<Proposal | null, Proposal> {
  const { question, problems } = checkQuestion({ ...questionOf(frame, asked), closable: [], closures: 0 });
  const { instance, problems: short } = capacitated(question, capacitiesOf(frame, capacity));
  const ignored = asked.closures > 0 ? [{ reason: 'closures-with-capacity' } as const] : [];
  const noted = problemsOf(frame, [...problems, ...short, ...ignored]);
  const describe = describingServed(frame, asked, question, instance);
  return yield* told(sharing(instance, proof), ({ open, value, atMost, proven }) => ({
    ...describe(open),
    problems: noted,
    proven,
    gap: atMost > 0 ? (atMost - value) / atMost : 0,
  }));
}

/** Sites chosen elsewhere, told in people accompanied as those of `proposingServed` are. */
export function servedBySites(
  frame: SitingFrame,
  asked: FrameAsked,
  capacity: number,
  opens: readonly number[],
): Pick<Proposal, 'sites' | 'closes' | 'people' | 'served'> {
  const { question } = checkQuestion({ ...questionOf(frame, asked), closable: [], closures: 0 });
  const { instance } = capacitated(question, capacitiesOf(frame, capacity));
  return describingServed(frame, asked, question, instance)([...question.existing, ...opens]);
}

function describingServed(
  frame: SitingFrame,
  asked: FrameAsked,
  question: SitingQuestion,
  instance: CapacityInstance,
): (open: readonly number[]) => Omit<Proposal, 'gap' | 'proven' | 'problems'> {
  const { people } = instance;
  const all = sumOf(people);
  const there = new Set(question.existing);
  const before = serve(instance, there);
  return (open) => {
    const ordered = inServedOrder(
      instance,
      question.existing,
      open.filter((j) => !there.has(j)),
    );
    const after = serve(instance, open);
    const total = sumOf(ordered.map(({ gain }) => gain));
    let sum = 0;
    const sites = ordered.map((one) => ({
      ...one,
      cumulated: total > 0 ? (sum += one.gain) / total : 0,
      price: priceOf(frame, one.site, asked),
    }));
    const left = Array.from(people.keys()).filter((i) => isLeft(after, i));
    const reached = { before: sumOf(before.flows), after: sumOf(after.flows) };
    const curve = curveOf(
      sites.map((one) => ({ ...one, gain: one.people })),
      reached.before,
    );
    return {
      sites,
      closes: [],
      unit: question.reach.unit,
      people: { all, ...reached },
      served: true,
      left: {
        communes: new Set(left.map((i) => frame.demand.communes[i])).size,
        people: all - reached.after,
      },
      standing: Uint8Array.from(frame.demand.people, (one, i) =>
        STANDINGS.indexOf(
          Number.isNaN(one) ? 'unknown' : isLeft(after, i) ? 'left' : isLeft(before, i) ? 'gained' : 'before',
        ),
      ),
      farthest: null,
      fewest: null,
      curve,
      knee: kneeOf(curve),
    };
  };
}

/** Less than one of them is nobody. */
const isLeft = (serving: Serving, demand: number): boolean => serving.waiting(demand) >= 0.5;

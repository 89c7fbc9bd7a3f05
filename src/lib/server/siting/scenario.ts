import type { Proposal } from '../../domain/siting/frame/proposal.ts';
import { SITE_KINDS, type SitingFrame } from '../../domain/siting/frame/siting-frame.ts';
import type { Spot } from '../../domain/siting/hand/edits.ts';
import type { HandFigures } from '../../domain/siting/hand/figures.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatCost } from '../../format/cost.ts';
import { formatName } from '../../format/territory.ts';
import { ecarts } from '../../messages/ecarts.ts';
import { implantation } from '../../messages/implantation.ts';
import { askedTerritory } from '../gaps/gaps-territory.ts';
import { groupText } from '../gaps/words.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { siteSheets } from './sheets.ts';
import {
  handAddress,
  handOfProposal,
  isHandQuery,
  readHandView,
  type HandView,
} from '../../view/hand-view.ts';
import { readSitingView, sitingAddress } from '../../view/siting-view.ts';
import { askedOf, excessOf, frameOf } from './asked.ts';
import { handAnswer, type HandAnswer } from './hand-answer.ts';
import { handExcess } from './hand-frames.ts';
import { editNotices } from './edit-notices.ts';
import { problemSentence as handSentence } from '../../siting/hand-problem-words.ts';
import { spotName } from '../../siting/spot-names.ts';
import { proposalOf } from './first-proposal.ts';
import { noticesOf } from './notices.ts';
import { problemSentence } from '../../siting/problem-words.ts';
import { isPartial } from './times-notices.ts';

const words = implantation.compare;

/** A scenario of either kind, answered by the same code: a proposal is counted as if its sites were added by hand. */
export interface ComparedScenario {
  name: string;
  href: string;
  territory: Territory;
  place: string;
  question: string;
  view: HandView;
  answer: HandAnswer;
  /** How each demand point stands (`STANDINGS`), and the ordinal of its commune. */
  standing: { communes: Int32Array; standing: Uint8Array };
  /** How far a proposal is from the best; `null` for what a hand made. */
  quality: Pick<Proposal, 'gap' | 'proven'> | null;
  problems: string[];
}

/** Why a scenario is not compared. */
export interface LeftOutScenario {
  name: string;
  excess: string;
}

/** Answers one scenario of a comparison. `today` is an ISO day. */
export async function comparedScenario(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  { name, query }: { name: string; query: string },
  today: string,
): Promise<ComparedScenario | LeftOutScenario> {
  const parameters = new URLSearchParams(query);
  const read = isHandQuery(query) ? readHandView(parameters) : null;
  const { view: question, ignored } = read
    ? { view: read.view.question, ignored: read.ignored }
    : readSitingView(parameters);
  const asked = askedTerritory(data, question.within);
  const { territory } = asked;
  if (!territory) return { name, excess: ecarts.empty.territory };
  const excess = (read ? null : excessOf(data, question, territory)) ?? handExcess(data, question, territory);
  if (excess !== null) return { name, excess };
  const proposal = read ? null : await proposalOf(data, question, territory, today);
  const frame = proposal && frameOf(data, question, territory, today);
  const view = read?.view ?? overtaken(data, question, frame as SitingFrame, proposal as Proposal);
  const answer = await handAnswer(data, database, view, territory, today);
  const own = proposal && frame && (proposal.unit === 'minutes' || proposal.served);
  const nameOf = (spot: Spot): string => spotName(spot, answer.names, answer.located, answer);
  return {
    name,
    href: read ? handAddress(view) : sitingAddress(question),
    territory,
    place: formatName(territory),
    question: words.question(
      groupText(question.group).many,
      formatCost(askedOf(data, question).limit, proposal?.unit ?? 'metres'),
      implantation.form.countedOptions[question.counted],
      proposal !== null && isPartial(data, question, territory, { today, proposal }),
    ),
    view,
    answer: own ? { ...answer, figures: figuresOf(proposal, answer.figures) } : answer,
    standing: own ? { communes: frame.demand.communes, standing: proposal.standing } : standingOf(answer),
    quality: proposal,
    problems: [
      ...noticesOf(ignored, asked, question, data),
      ...editNotices(read?.ignoredEdits ?? [], (id) => nameOf({ kind: 'place', id })),
      ...(proposal && frame ? proposalProblems(data, frame, proposal, question.budget !== null) : []),
      ...(read ? answer.problems.map((problem) => handSentence(problem, view.edits, nameOf)) : []),
    ],
  };
}

/** Figures of a proposal that its own way of counting tells, minutes or what sites can take; what goes by kilometres within the limit is left out. */
function figuresOf({ people, left }: Proposal, figures: HandFigures): HandFigures {
  const unknown = { before: Number.NaN, after: Number.NaN };
  return {
    ...figures,
    people: { ...people, gained: Math.max(0, people.after - people.before), lost: 0 },
    left,
    access: unknown,
    under: unknown,
  };
}

function standingOf({ frame: { demand, communes }, figures }: HandAnswer): ComparedScenario['standing'] {
  const inside = demand.communes.slice(0, demand.inside);
  return {
    communes: Int32Array.from(inside, (rank) => communes.ordinals[rank] as number),
    standing: figures.standing,
  };
}

/** What a proposal could not do as asked, in sentences. */
const proposalProblems = (
  data: Snapshot,
  frame: SitingFrame,
  { problems, unit }: Proposal,
  hasBudget: boolean,
): string[] =>
  problems.map((problem) =>
    problemSentence(
      problem,
      { hasBudget, unit },
      (site) => siteSheets(data, frame, [site])[0]?.name ?? String(site),
    ),
  );

/** A proposal as if it were made by hand, all its sites included. */
function overtaken(
  data: Snapshot,
  question: HandView['question'],
  { sites }: SitingFrame,
  proposal: Proposal,
): HandView {
  const communes = data.territories.all('commune');
  const spots = proposal.sites.flatMap(({ site }): Spot[] => {
    const reference = sites.references[site] as number;
    const isCommune = SITE_KINDS[sites.kinds[site] as number] === 'commune';
    const code = isCommune ? communes[reference]?.code : undefined;
    const id = isCommune ? undefined : data.places[reference]?.id;
    return code ? [{ kind: 'commune', code }] : id ? [{ kind: 'place', id }] : [];
  });
  const closes = proposal.closes.flatMap((site) => data.places[sites.references[site] as number]?.id ?? []);
  return handOfProposal(question, spots, closes);
}

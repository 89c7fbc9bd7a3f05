import { searchIndexOf } from '#lib/domain/territory/search.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatName, LEVEL_LABELS } from '#lib/format/territory.ts';
import { strategySteps as words } from '#lib/messages/strategy-steps.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** A perimeter that a text designates, or those that it may mean. */
export type AskedPerimeter =
  | { kind: 'found'; slug: string; name: string }
  | { kind: 'empty' | 'none' | 'many'; choices: { slug: string; label: string }[] };

const MOST_TEXT = 100;
/** Territories to choose among. */
const MOST = 8;

/** The territory that a slug, a name, a postcode or a code designates. */
export function askedPerimeter({ territories }: Snapshot, text: string): AskedPerimeter {
  const asked = text.trim().slice(0, MOST_TEXT);
  if (asked === '') return { kind: 'empty', choices: [] };
  const held = territories.bySlug(asked);
  if (held) return { kind: 'found', slug: slugOf(held.level, held.code), name: formatName(held) };
  const { matches } = searchIndexOf(territories).search(asked, MOST);
  const choices = matches.map(({ slug, level, name, departement }) => ({
    slug,
    label: [name, departement === null ? '' : `(${departement})`, `· ${LEVEL_LABELS[level]}`]
      .filter(Boolean)
      .join(' '),
  }));
  const [only] = matches;
  if (only && matches.length === 1) return { kind: 'found', slug: only.slug, name: only.name };
  return { kind: only ? 'many' : 'none', choices };
}

/** Why no perimeter was found, and what to do. */
export const perimeterProblem = ({ kind }: AskedPerimeter): string =>
  kind === 'many' ? words.perimeter.many : kind === 'none' ? words.perimeter.none : words.perimeter.empty;

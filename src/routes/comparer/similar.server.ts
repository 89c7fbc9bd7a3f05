import { capitalise, keepTogether } from '#lib/format/typography.ts';
import { nameOf, resemblanceWords } from '#lib/domain/compare/resemblance.ts';
import { FACTORS } from '#lib/domain/compare/similar.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatCount } from '#lib/format/number.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { formatName } from '#lib/format/territory.ts';
import { comparer } from '#lib/messages/comparer.ts';
import { MOST_COMPARED } from '#lib/server/queries/comparison.ts';
import { findTerritory } from '#lib/server/queries/find-territory.ts';
import { traitIndicators, similarTerritories, type Similar } from '#lib/server/queries/similar.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { comparisonHref, type ComparisonView } from './comparison-address.ts';
import { named, slugIn } from './names.server.ts';

const words = comparer.similar;

/** Territories that « compare with the first » adds to the subject. */
const FIRST = 3;

/** The panel of similar territories: its form, and what it found. */
export function similarPanel(data: Snapshot, view: ComparisonView, kept: readonly Territory[]) {
  const subject = view.similar === null ? undefined : subjectOf(data, view.similar);
  const offered = subject && !kept.includes(subject) ? [subject, ...kept] : kept;
  return {
    form: {
      subjects: offered.map((territory) => ({ value: slugIn(territory), label: formatName(territory) })),
      subject: subject ? slugIn(subject) : (offered[0] && slugIn(offered[0])) || '',
      factors: FACTORS.map((factor) => {
        const value = String(factor ?? 0) as keyof typeof words.factors;
        return { value, label: words.factors[value] };
      }),
      factor: String(view.factor ?? 0) as keyof typeof words.factors,
      density: view.density ? '1' : '0',
      traits: traitIndicators().map(({ id, label }) => ({ id, label, chosen: view.traits.includes(id) })),
    },
    unknown: view.similar !== null && !subject ? keepTogether(words.unknownSubject(view.similar)) : '',
    found: subject ? found(data, view, subject, kept) : null,
  };
}

function subjectOf(data: Snapshot, slug: string): Territory | undefined {
  const reading = findTerritory(data.territories, slug);
  if (reading.kind === 'found') return reading.territory;
  return reading.kind === 'unknown' ? undefined : data.territories.bySlug(reading.slug);
}

function found(data: Snapshot, view: ComparisonView, subject: Territory, kept: readonly Territory[]) {
  const similar = similarTerritories(data, subject, {
    factor: view.factor,
    density: view.density,
    indicators: view.traits,
    estimated: view.estimated,
  });
  const slugs = kept.map(slugIn);
  const room = MOST_COMPARED - kept.length;
  const own = slugIn(subject);
  const listed = subject.population === 0 ? [] : similar.territories;
  return {
    name: formatName(subject),
    notes: notesOf(similar, subject).map(keepTogether),
    entries: listed.map((one) => {
      const name = formatName(one.territory);
      const { why, differs } = resemblanceWords(one, frenchNumerals);
      const added = slugs.includes(one.slug)
        ? undefined
        : room > 0
          ? { slugs: [...slugs, one.slug], label: words.compare }
          : undefined;
      return {
        name,
        href: `/territoires/${one.slug}`,
        detail: named(one.territory).population,
        why: keepTogether(sentence(why)),
        differs: differs === '' ? '' : keepTogether(words.differs(differs)),
        action: added && {
          label: added.label,
          name: words.compareOne(name),
          href: comparisonHref(view, { slugs: added.slugs }),
        },
      };
    }),
    all:
      listed.length < 2
        ? null
        : {
            label: words.compareAll(String(Math.min(FIRST, listed.length))),
            href: comparisonHref(view, {
              slugs: [own, ...listed.slice(0, FIRST).map(({ slug }) => slug)],
            }),
          },
  };
}

/** What the search rested on, and what it left out. */
export function notesOf(similar: Similar, subject: Territory): string[] {
  if (subject.level === 'france') return [words.whole];
  if (subject.population === 0) return [words.nobody];
  if (similar.used.length === 0) return [words.nothing];
  const notes = [
    words.among(formatCount(similar.candidates, words.candidates), similar.used.map(nameOf).join(', ')),
  ];
  if (similar.territories.length === 0) notes.unshift(words.none);
  if (similar.unknown.length > 0) notes.push(words.unknown(similar.unknown.map(nameOf).join(', ')));
  if (similar.incomplete > 0) notes.push(words.incomplete(formatCount(similar.incomplete, words.candidates)));
  if (similar.withoutPopulation) notes.push(words.withoutPopulation);
  if (similar.withoutClass) notes.push(words.withoutClass);
  return notes;
}

const sentence = (text: string): string => (text === '' ? '' : `${capitalise(text)}.`);

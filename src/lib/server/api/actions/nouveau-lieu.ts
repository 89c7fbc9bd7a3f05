import { z } from 'zod';
import { FORM_FIELDS, FORM_SEPARATOR } from '../../../domain/places/form-fields.ts';
import { checkRows } from '../../../domain/places/intake/check-rows.ts';
import { FIELD_LABELS, type IntakeField } from '../../../domain/places/intake/fields.ts';
import { CommuneFinder } from '../../../domain/places/locate.ts';
import { HAND_SOURCE } from '../../../domain/places/by-hand.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { createPlace } from '../../places/by-hand.ts';
import { ordinaryWeek } from '../../places/ordinary-week.ts';
import { action } from '../action.ts';
import { ApiProblem } from '../problem.ts';

const words = apiFields.nouveauLieu;

/** A long presentation, and room to spare. */
const MOST_TEXT = 5_000;
const MOST_WORDS = 100;

const text = z.string().max(MOST_TEXT);

/** The fields of the form of a place, and where it is as numbers tell it: contacts are of people, and are not taken here. */
const FIELDS: readonly IntakeField[] = [
  ...new Set<IntakeField>([...FORM_FIELDS.map(({ field }) => field), 'code_insee', 'latitude', 'longitude']),
];

const body = z.strictObject(
  Object.fromEntries(
    FIELDS.map((field) => [
      field,
      z
        .union([text, z.number(), z.array(text).max(MOST_WORDS)])
        .optional()
        .describe(FIELD_LABELS[field]),
    ]),
  ),
);

/** Adds a place, checked as one that is typed in the form; `root` is where the interface stands. */
export const nouveauLieu = (root: string) =>
  action({
    id: 'ajouterLieu',
    method: 'post',
    scope: 'write',
    path: '/lieux',
    title: words.title,
    text: words.text,
    params: z.strictObject({}),
    body,
    answers: {
      201: {
        text: words.done,
        schema: z.object({
          id: z.string().describe(apiFields.lieu.id),
          nom: z.string().describe(apiFields.place.nom),
          adresse: z.url().describe(words.adresse),
          page: z.url().describe(apiFields.lieu.page),
          remarques: z.array(z.string()).describe(words.remarques),
        }),
      },
    },
    problems: ['refuse'],
    async act({ data, database, asker, now, today, origin, changed }, { body: sent }) {
      const given = FIELDS.filter((field) => sent[field] !== undefined);
      const cellOf = (field: IntakeField): string => {
        const value = sent[field];
        return Array.isArray(value) ? value.join(FORM_SEPARATOR) : String(value ?? '');
      };
      const [checked] = checkRows({
        headings: given,
        mapping: given,
        rows: [given.map(cellOf)],
        lines: [1],
        finder: new CommuneFinder(data.territories),
        today,
        listSource: HAND_SOURCE,
      });
      const place = checked?.place ?? null;
      const problems = checked?.problems ?? [];
      if (!place)
        throw new ApiProblem('refuse', api.problems.placeRefused, {
          faults: problems.map(({ field, message }) => ({ parametre: field, detail: message })),
        });
      if (place.hours) place.week = ordinaryWeek(place.hours);
      const saved = await createPlace(database, place, { now, owner: asker.owner, account: asker.account });
      await changed();
      const path = `${root}/lieux/${encodeURIComponent(saved.id)}`;
      return {
        status: 201,
        headers: { location: path },
        body: {
          id: saved.id,
          nom: saved.name,
          adresse: origin + path,
          page: `${origin}/lieux/${encodeURIComponent(saved.id)}`,
          remarques: problems.map(({ message }) => message),
        },
      };
    },
  });

import { expect, it } from 'vitest';
import { readSitingView } from '../../view/siting-view.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { noticesOf } from './notices.ts';

const noTravel = { travel: null } as Snapshot;
const said = (query: string): string[] => {
  const { view, ignored } = readSitingView(new URLSearchParams(query));
  return noticesOf(ignored, { territory: null, problem: null }, view, noTravel).map((sentence) =>
    sentence.replaceAll('\u202f', ' '),
  );
};

it('names the field of a number that it did not take, and its limits', () => {
  expect(said('n=-3')).toEqual([
    '« -3 » n’est pas un nombre entier de 0 à 1 000 pour le nombre de lieux à ouvrir : le réglage habituel est gardé.',
  ]);
  expect(said('seuil=900')[0]).toContain('de 1 à 60 pour le seuil');
});

it('names the field of any other choice, by no word of the address', () => {
  expect(said('but=rien')).toEqual([
    '« rien » n’a pas été compris pour ce que vous voulez : le réglage habituel est gardé.',
  ]);
  expect(said('frais=7')[0]).toContain('pour l’âge de la fiche (12 ou 18)');
});

import { Frais, ModaliteAccompagnement, Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { describe, expect, it } from 'vitest';
import { checkRows } from './check-rows.ts';
import { checkOne, tableOf } from './fixture.ts';

describe('words', () => {
  it('reads exact words, older words and other separators silently', () => {
    const { place, problems } = checkOne({
      services: 'Aide aux démarches administratives;Prendre en main un ordinateur',
      frais_a_charge: 'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
      modalites_accompagnement: 'A ma place : une personne fait à ma place',
      publics_specifiquement_adresses: 'Adultes, Seniors, Illettrisme, Familles monoparentales',
    });
    expect(problems).toEqual([]);
    expect(place).toMatchObject({
      services: [Service.AideAuxDemarchesAdministratives, Service.MaitriseDesOutilsNumeriquesDuQuotidien],
      fees: [Frais.Gratuit],
      support: [ModaliteAccompagnement.AccompagnementIndividuel],
      onBehalf: true,
      publics: ['Seniors'],
      specificCare: ['Illettrisme'],
      fieldPublics: ['single-parents'],
    });
  });

  it('shows a guess, and leaves out what is no word of the list', () => {
    const { place, problems } = checkOne({
      services: 'aide au numerique, maitrise outils numeriques | couture',
    });
    expect(place?.services).toEqual([Service.MaitriseDesOutilsNumeriquesDuQuotidien]);
    expect(problems[0]).toMatchObject({
      severity: 'repaired',
      after: 'Maîtrise des outils numériques du quotidien|couture',
    });
    expect(problems[0]?.message).toContain(
      '“aide au numerique” est lu “Maîtrise des outils numériques du quotidien”',
    );
    expect(problems[1]).toMatchObject({ severity: 'warning', after: null });
    expect(problems[1]?.message).toContain('“couture” n’est pas un mot de la liste');
  });

  it('reads names of an object’s own parts as unknown words', () => {
    expect(checkOne({ services: 'constructor|__proto__|toString' })).toMatchObject({
      place: { services: [] },
    });
  });

  it('reads yes and no', () => {
    const table = {
      ...tableOf([
        { nom: 'A', code_insee: '38185', frais_a_charge: 'oui', candidat: 'Oui', itinerance: 'Itinérant' },
      ]),
      headings: ['Nom', 'Insee', 'Gratuité', 'Candidat', 'Mobile'],
    };
    expect(checkRows(table)[0]?.place).toMatchObject({
      fees: [Frais.Gratuit],
      candidate: true,
      itinerant: true,
    });
  });
});

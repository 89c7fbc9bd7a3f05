import { describe, expect, it } from 'vitest';
import { distance, toLonLat } from './geography/plane.ts';
import { outlineContains } from './geography/outlines.ts';
import { HIGH_COUNTRY } from './geography/towns.ts';
import { openFranceServices } from './places/france-services.ts';
import { openMediationPlaces } from './places/mediation.ts';
import { isPovertySecret, isSecret } from './society/secrecy.ts';
import { TOTAL_POPULATION } from './society/population.ts';
import { imagineTerritory, type DescribedCommune } from './territory.ts';

const territory = imagineTerritory(2);
const { communes, epci, ept } = territory;

const share = (test: (commune: DescribedCommune) => boolean): number =>
  communes.filter(test).length / communes.length;

/** Pearson's correlation of two lists. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] as number) - my), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

describe('the administration of the demonstration territory', () => {
  it('has one code each, in the order of names', () => {
    const codes = communes.flatMap(({ code, former }) => [code, ...former.slice(1).map((each) => each.code)]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^99\d{3}$/);
    expect(communes.length).toBeGreaterThanOrEqual(295);
  });

  it('counts about 800,000 people, an empty commune and a large city', () => {
    const populations = communes.map(({ population }) => population);
    expect(Math.abs(populations.reduce((sum, each) => sum + each, 0) - TOTAL_POPULATION)).toBeLessThan(500);
    expect(populations.filter((population) => population === 0)).toHaveLength(1);
    expect(Math.max(...populations)).toBeGreaterThan(150_000);
  });

  it('groups all communes but one island in contiguous EPCI', () => {
    expect(epci).toHaveLength(16);
    expect(
      communes.filter((commune) => commune.epci === null).map(({ isLoneIsland }) => isLoneIsland),
    ).toEqual([true]);
    for (const { group, members } of epci) {
      expect(group.code).toMatch(/^299\d{6}$/);
      expect(members.length).toBeGreaterThanOrEqual(8);
      const inside = new Set(group.members);
      const reached = new Set([group.seat]);
      for (const rank of reached) {
        for (const next of communes.find((commune) => commune.rank === rank)?.neighbours ?? [])
          if (inside.has(next)) reached.add(next);
      }
      expect(reached.size).toBe(members.length);
    }
    expect(new Set(epci.map(({ group }) => group.type))).toEqual(new Set(['METRO', 'CA', 'CC']));
    expect(ept.members.every((commune) => commune.epci?.type === 'METRO')).toBe(true);
  });

  it('has two mergers, of three and of two communes', () => {
    const former = communes.filter((commune) => commune.former.length > 0).map((commune) => commune.former);
    expect(former.map(({ length }) => length).sort()).toEqual([2, 3]);
    for (const parts of former) expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
  });

  it('has its town halls inside their communes', () => {
    const outside = communes.filter(({ outline, seat }) => !outlineContains(outline, toLonLat(seat)));
    expect(outside.map(({ name }) => name)).toEqual([]);
  });
});

describe('its figures', () => {
  it('hide what statistical secrecy hides, about as often as in France', () => {
    const medianKnown = 1 - share(({ income }) => isSecret(income));
    const povertyKnown = 1 - share(({ income }) => isPovertySecret(income));
    expect(medianKnown).toBeGreaterThan(0.87);
    expect(medianKnown).toBeLessThan(0.97);
    expect(povertyKnown).toBeGreaterThan(0.1);
    expect(povertyKnown).toBeLessThan(0.32);
  });

  it('stay plausible', () => {
    for (const { income, census, connection, population } of communes) {
      expect(income.median).toBeGreaterThanOrEqual(16_000);
      expect(income.median).toBeLessThanOrEqual(32_000);
      expect(income.poverty).toBeLessThanOrEqual(35);
      for (const rate of [
        census.over65,
        census.under15,
        census.unemployment,
        census.higherDiploma,
        connection.fibre2026,
      ]) {
        if (rate !== null) expect(rate >= 0 && rate <= 100).toBe(true);
      }
      if (population === 0) expect(census.over65).toBeNull();
    }
    expect(communes.filter(({ connection }) => connection.fibre2026 === null)).toHaveLength(1);
    expect(new Set(communes.map(({ connection }) => connection.band2018[2]))).toEqual(
      new Set([0, 5, 10, 25, 50, 80]),
    );
  });

  it('resemble those of the neighbours, and poverty follows income', () => {
    const byRank = new Map(communes.map((commune) => [commune.rank, commune]));
    const around = ({ neighbours }: DescribedCommune, value: (commune: DescribedCommune) => number): number =>
      neighbours.reduce((sum, rank) => sum + value(byRank.get(rank) as DescribedCommune), 0) /
      neighbours.length;
    const inland = communes.filter(({ neighbours }) => neighbours.length > 0);
    for (const value of [
      (commune: DescribedCommune) => commune.income.median,
      (commune: DescribedCommune) => commune.census.over65 ?? 22,
    ]) {
      expect(
        correlation(
          inland.map(value),
          inland.map((commune) => around(commune, value)),
        ),
      ).toBeGreaterThan(0.6);
    }
    expect(
      correlation(
        communes.map(({ income }) => income.median),
        communes.map(({ income }) => income.poverty),
      ),
    ).toBeLessThan(-0.8);
  });
});

describe('its places', () => {
  const services = openFranceServices(territory);
  const mediation = openMediationPlaces(territory);

  it('stand on the ground of their commune', () => {
    for (const { commune, lon, lat } of [...services, ...mediation])
      expect(outlineContains(commune.outline, [lon, lat])).toBe(true);
  });

  it('leave the high country without help', () => {
    const far = [...services, ...mediation].map(({ commune }) => distance(commune.seat, HIGH_COUNTRY.at));
    expect(Math.min(...far)).toBeGreaterThanOrEqual(HIGH_COUNTRY.radius);
    const forsaken = communes.filter(({ seat }) => distance(seat, HIGH_COUNTRY.at) < HIGH_COUNTRY.radius - 6);
    expect(forsaken.length).toBeGreaterThan(4);
  });

  it('are as many as meant, with ids of their own', () => {
    expect(services).toHaveLength(45);
    expect(new Set(services.map(({ name }) => name)).size).toBe(45);
    expect(new Set(mediation.map(({ id }) => id)).size).toBe(mediation.length);
    expect(
      mediation.filter(({ inAdvisers, inInclusion }) => inAdvisers && inInclusion).length,
    ).toBeGreaterThan(30);
    expect(mediation.filter(({ hasCoordinates }) => !hasCoordinates).length).toBeGreaterThan(5);
  });

  it('name nobody: fictional telephone range, reserved domains, no SIRET', () => {
    for (const { phone, mail } of services) {
      expect(phone).toMatch(/^01 99 00 \d\d \d\d$/);
      if (mail !== '') expect(mail).toMatch(/^accueil@[a-z0-9-]+\.example$/);
    }
    for (const { pivot, website, appointment } of mediation) {
      expect(pivot).toBe('00000000000000');
      for (const address of [website, appointment])
        if (address !== null) expect(new URL(address).hostname).toMatch(/\.example$/);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPlace } from '#lib/domain/places/place.ts';
import { safeJson, structuredData } from './structured-data.ts';

const url = 'https://maillage.example/lieux/a';

describe('structuredData', () => {
  it('says address, position, hours and, for France services alone, the telephone', () => {
    const place = {
      ...blankPlace('a', 'France services de Vif'),
      kind: 'france-services' as const,
      address: '1 place A',
      postcode: '38450',
      town: 'Vif',
      lon: 5.67,
      lat: 45.05,
      position: 'given' as const,
      phone: '04 00 00 00 00',
      week: [{ day: 5, from: 540, to: 1_440 }],
    };
    expect(JSON.parse(structuredData(place, url))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'GovernmentOffice',
      '@id': url,
      name: 'France services de Vif',
      url,
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 place A',
        postalCode: '38450',
        addressLocality: 'Vif',
        addressCountry: 'FR',
      },
      geo: { '@type': 'GeoCoordinates', latitude: 45.05, longitude: 5.67 },
      telephone: '04 00 00 00 00',
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: 'https://schema.org/Saturday',
          opens: '09:00',
          closes: '23:59',
        },
      ],
    });
    const other = { ...place, kind: 'mediation' as const, position: 'commune-centre' as const, week: null };
    expect(JSON.parse(structuredData(other, url))).not.toHaveProperty('telephone');
    expect(JSON.parse(structuredData(other, url))).not.toHaveProperty('geo');
    expect(JSON.parse(structuredData(other, url))).not.toHaveProperty('openingHoursSpecification');
  });

  it('stays data whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--&\u2028')), (name) => {
        const text = safeJson({ name });
        expect(/[<>&\u2028\u2029]/.test(text)).toBe(false);
        expect((JSON.parse(text) as { name: string }).name === name).toBe(true);
      }),
    );
  });
});

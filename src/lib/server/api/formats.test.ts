import { describe, expect, it } from 'vitest';
import { catalogue } from './endpoints/catalogue.ts';
import { territoire } from './endpoints/territoire.ts';
import { territoires } from './endpoints/territoires.ts';
import { formatFor, typeIn } from './formats.ts';
import { contentOf } from './openapi.ts';
import { ApiProblem } from './problem.ts';

const jsonLd = catalogue('/api/v1');

describe('the format of an answer', () => {
  it.each([
    'application/ld+json',
    'Application/LD+JSON',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
    'text/turtle, application/ld+json;q=0.8',
    'application/rdf+xml;q=0.9, application/ld+json;q=0.1',
    'application/json',
    '*/*',
  ])('of a document with a type of its own is that type, and JSON: « %s »', (accept) => {
    expect(formatFor(jsonLd, undefined, accept)).toBe('json');
  });

  it.each([
    [jsonLd, 'text/turtle'],
    [jsonLd, 'application/ld+json;q=0'],
    [territoires, 'application/ld+json'],
    [territoire, 'text/csv'],
  ])('is none where $id does not have what « %s » takes', (endpoint, accept) => {
    expect(() => formatFor(endpoint, undefined, accept)).toThrow(ApiProblem);
  });

  it.each([
    ['text/csv, application/json;q=0.5', 'csv'],
    ['text/csv;q=0.5, application/json', 'json'],
    ['application/geo+json', 'geojson'],
    ['text/html, application/xhtml+xml', 'json'],
  ])('is what is wanted most: « %s »', (accept, format) => {
    expect(formatFor(territoires, undefined, accept)).toBe(format);
  });
});

it('every type that an endpoint is said to give is one that it takes', () => {
  for (const endpoint of [jsonLd, territoire, territoires])
    for (const type of Object.keys(contentOf(endpoint)))
      expect(typeIn(endpoint, formatFor(endpoint, undefined, type)).split(';')[0]).toBe(type);
});

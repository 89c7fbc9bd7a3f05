import type { Feature } from 'geojson';
import type { z } from 'zod';
import type { RowGeometry } from '../export/geojson.ts';
import type { Database } from '../db/client.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { SitingResult } from './actions/siting-result.ts';
import type { Asker, Scope } from './asker.ts';
import type { SitingDesk } from './jobs/siting-desk.ts';
import type { ProblemKind } from './problem.ts';
import type { SourceTold } from './source-schema.ts';

/** What an endpoint answers from. */
export interface Context {
  data: Snapshot;
  database: Database;
  asker: Asker;
  jobs: SitingDesk<SitingResult>;
  now: Date;
  /** ISO day. */
  today: string;
  /** Of the request, without a slash at its end. */
  origin: string;
}

/** What was asked, once its schemas let it in. */
export interface Asked<Params extends z.ZodObject, Query extends z.ZodObject> {
  params: z.infer<Params>;
  query: z.infer<Query>;
}

/** What every endpoint says of itself: the one place from which it is read, answered and documented. */
export interface Described<Params extends z.ZodObject, Query extends z.ZodObject> {
  /** Name for programs that are made from the document. */
  id: string;
  /** Below `/api/v1`, its parameters in braces. */
  path: string;
  title: string;
  text: string;
  params: Params;
  query: Query;
  /** An address to try, below `/api/v1`; `null` where none is sure to answer. */
  example: string | null;
  /** What a key must let do; anybody may ask unless said. */
  scope?: Scope;
  /** Why it may not answer, beside what any of its sort may say. */
  problems: readonly ProblemKind[];
  /** What the answer depends on beside the data, the address and the day; nothing unless said. */
  stamp?(query: z.infer<Query>, now: Date): string;
}

/** A value of a row: what a cell of a table can hold. */
export type Cell = string | number | boolean | null | readonly (string | number)[];

export type Row = Readonly<Record<string, Cell>>;

/** Everything that matches, of which a page is made into rows. */
export interface Listed<Item, Out extends Row = Row> {
  items: readonly Item[];
  rowOf(item: Item): Out;
  /** The id of an item among features. */
  idOf(item: Item): string;
  /** Where some items are, of the `among` that an answer holds: many are drawn coarser. `null` for what is on no map. */
  geometries: ((items: readonly Item[], among: number) => Promise<ReadonlyMap<string, RowGeometry>>) | null;
  sources: readonly SourceTold[];
  notes: readonly string[];
  /** What a file of it is called. */
  name: string;
}

/** An endpoint that lists rows, page by page, in several formats. */
export interface ListEndpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Fields extends z.ZodObject = z.ZodObject,
  Item = unknown,
> extends Described<Params, Query> {
  kind: 'list';
  row: Fields;
  /** What its GeoJSON draws; `null` for what is on no map. */
  geometry: 'points' | 'outlines' | null;
  list(context: Context, asked: Asked<Params, Query>): Listed<Item> | Promise<Listed<Item>>;
}

/** An endpoint that gives one document; one that is on a map also gives it as a feature. */
export interface DocumentEndpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodObject = z.ZodObject,
> extends Described<Params, Query> {
  kind: 'document';
  answer: Answer;
  /** Content type, where it is not plain JSON. */
  type?: string;
  give(context: Context, asked: Asked<Params, Query>): z.infer<Answer> | Promise<z.infer<Answer>>;
  feature?: {
    /** Its properties. */
    row: z.ZodObject;
    make(
      context: Context,
      asked: Asked<Params, Query>,
    ): Feature<RowGeometry | null> | Promise<Feature<RowGeometry | null>>;
  };
}

export type Endpoint = ListEndpoint | DocumentEndpoint;

/** Ties the types of a list endpoint together. */
export const listEndpoint = <
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Fields extends z.ZodObject,
  Item,
>(
  own: Omit<ListEndpoint<Params, Query, Fields, Item>, 'kind' | 'list'> & {
    list(
      context: Context,
      asked: Asked<Params, Query>,
    ): Listed<Item, z.infer<Fields> & Row> | Promise<Listed<Item, z.infer<Fields> & Row>>;
  },
): ListEndpoint => ({ ...own, kind: 'list' }) as unknown as ListEndpoint;

/** The same for one that gives a document. */
export const documentEndpoint = <
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Answer extends z.ZodObject,
>(
  own: Omit<DocumentEndpoint<Params, Query, Answer>, 'kind'>,
): DocumentEndpoint => ({ ...own, kind: 'document' }) as unknown as DocumentEndpoint;

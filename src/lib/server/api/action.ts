import type { z } from 'zod';
import type { Scope } from './asker.ts';
import type { Context } from './endpoint.ts';
import type { ProblemKind } from './problem.ts';

/** What an action came to. */
export interface Done {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** What an action answers when it is done, by status. */
export type Answers = Readonly<Record<number, { text: string; schema: z.ZodObject }>>;

/** An endpoint that needs a key: it writes, computes, or reads what only its holder may. */
export interface Action<
  Params extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject | null = z.ZodObject | null,
> {
  kind: 'action';
  method: 'get' | 'post' | 'delete';
  /** What its key must let do. */
  scope: Scope;
  id: string;
  path: string;
  title: string;
  text: string;
  params: Params;
  /** What is sent, in JSON; `null` for nothing. */
  body: Body;
  answers: Answers;
  /** Why it may not be done, beside what any action may say. */
  problems: readonly ProblemKind[];
  act(
    context: KeyedContext,
    asked: { params: z.infer<Params>; body: Body extends z.ZodObject ? z.infer<Body> : null },
  ): Done | Promise<Done>;
}

/** What an action answers from: a key is there. */
export type KeyedContext = Context & {
  asker: Extract<Context['asker'], { kind: 'key' }>;
  /** Has readers see what was just written. */
  changed(): Promise<void>;
};

/** Ties the types of an action together. */
export const action = <Params extends z.ZodObject, Body extends z.ZodObject | null>(
  own: Omit<Action<Params, Body>, 'kind'>,
): Action => ({ ...own, kind: 'action' }) as unknown as Action;

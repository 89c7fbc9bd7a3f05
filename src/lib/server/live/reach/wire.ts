import { lookup } from 'node:dns/promises';
import { request as askSecurely } from 'node:https';
import type { StandIn } from './stand-in.ts';

/** An address of a host, as the resolver gives it. */
export interface Resolved {
  address: string;
  family: number;
}

/** How producers are reached: by their names and over https, unless a stand-in of this machine answers for all. */
export interface Wire {
  standIn: StandIn | null;
  resolve: (host: string) => Promise<readonly Resolved[]>;
  request: typeof askSecurely;
  /** Milliseconds in which a producer is reached, name and handshake included. */
  reachMs: number;
  /** Milliseconds without a byte after which a producer is taken to be silent. */
  silenceMs: number;
  /** Hosts asked so far, and whether they were reached: one that never was is not waited for again. */
  reached: Map<string, boolean>;
}

/** A network that is not there is known within five seconds. */
const REACH_MS = 5_000;

/** An export of data.economie.gouv.fr is made when it is asked for: its first byte takes up to 20 seconds. */
const SILENCE_MS = 30_000;

/** The way to the producers, or to the stand-in. */
export const openWire = (standIn: StandIn | null, changes: Partial<Wire> = {}): Wire => ({
  standIn,
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  request: askSecurely,
  reachMs: REACH_MS,
  silenceMs: SILENCE_MS,
  reached: new Map(),
  ...changes,
});

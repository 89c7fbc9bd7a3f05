/*
 * First module of the thread that searches: it registers tsx for itself, then loads its TypeScript
 * (ADR 0002).
 */
import { register } from 'tsx/esm/api';

register();
await import('./search-worker.ts');

/*
 * First module of the thread that reads. `--import tsx` in the options of a worker registers nothing
 * there (tsx 4.23, Node 20): the thread registers it for itself, then loads its TypeScript.
 */
import { register } from 'tsx/esm/api';

register();
await import('./read-worker.ts');

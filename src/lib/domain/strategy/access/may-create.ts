import type { Visitor } from '../../account/visitor.ts';
import { ownStanding, reaches } from './standing.ts';

/** Whether a visitor may make a strategy of their own, or bring one by a file. */
export function mayCreate(visitor: Visitor): boolean {
  if (visitor.kind === 'single') return true;
  if (visitor.kind !== 'member' || !visitor.organisation) return false;
  return reaches(ownStanding(visitor.organisation.role), 'editor');
}

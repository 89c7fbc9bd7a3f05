import { error } from '@sveltejs/kit';
import { handOfVisitor, requireRight, type Asking } from './guard.ts';
import type { Desk, DeskJob } from './jobs/desk.ts';

/** The import of an address, for who opened it and may import still; `gone` is what everybody else is told. */
export async function heldJob<Job extends DeskJob>(
  event: Asking & { params: { token: string } },
  desk: Desk<Job>,
  gone: string,
): Promise<Job> {
  await requireRight(event, 'import-lists');
  const { owner, now } = await handOfVisitor(event);
  const job = desk.find(event.params.token, owner, now);
  if (!job) error(404, gone);
  return job;
}

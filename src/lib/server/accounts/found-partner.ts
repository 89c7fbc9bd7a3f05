import type { OrganisationKind } from '../../domain/account/organisation-kind.ts';
import { INVITATION_MS } from '../../domain/account/session-life.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import type { Standing } from '../../domain/strategy/access/standing.ts';
import { note, writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { insertLink } from '../strategies/links.ts';
import { makeInvitation, nameOfInvitation } from './invitations.ts';
import { hashToken } from './token.ts';

/** Who is invited to open the space of their organisation, and what it may do in the strategy. */
export interface FoundingPartner {
  email: string;
  name: string;
  kind: OrganisationKind;
  standing: Standing;
}

/** Stops the transaction of an invitation to a strategy that takes no more links. */
class Closed extends Error {}

/**
 * Invites somebody without an account to open the space of their organisation and join a strategy with it, by
 * one secret: an invitation and a link of the same hash. Gives the secret, once; `null` when the strategy was
 * set aside, or has as many links as it may.
 */
export async function inviteFounder(
  database: Pick<Database, 'query'>,
  hand: Hand & { owner: string },
  strategy: string,
  { email, name, kind, standing }: FoundingPartner,
): Promise<string | null> {
  try {
    return await writing(database, hand, { action: 'strategy.share', object: strategy }, async (tx) => {
      const purpose = { purpose: 'found', email, foundedName: name, foundedKind: kind } as const;
      const token = await makeInvitation(tx, hand, purpose);
      const hash = hashToken(token);
      const endsAt = new Date(hand.now.getTime() + INVITATION_MS);
      const link = { hash, purpose: 'found', standing, label: name, endsAt } as const;
      if (!(await insertLink(tx, hand, strategy, link))) throw new Closed();
      await note(tx, hand, { action: 'member.invite', object: nameOfInvitation(hash) });
      return token;
    });
  } catch (cause) {
    if (!(cause instanceof Closed)) throw cause;
    return null;
  }
}

import type { Visitor } from '#lib/domain/account/visitor.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Present on unexpected errors: the id under which the server logged the details. */
      id?: string;
      /** What a form sent by somebody whose session had ended: names and values, to be sent once more. */
      typed?: [string, string][];
    }

    interface Locals {
      /** Set when a page failed because the database does not answer: the status becomes 503. */
      unavailable?: boolean;
      /** Who asks, once it was asked (`server/guard.ts`): the answer is then theirs alone. */
      asked?: Promise<Visitor>;
      /** Who it is, whether or not the answer depends on it. */
      found?: Promise<Visitor>;
      /** Whether some table is not for everybody, and whether who asks sees one: the answer may then hold its figures. */
      tables?: { varies: boolean; closed: boolean };
    }

    interface PageData {
      /** The page has a search box of its own: the header leaves its box out. */
      ownSearch?: boolean;
      /** The page fills the window, with a one-line footer: a map. */
      fullWindow?: boolean;
    }
  }
}

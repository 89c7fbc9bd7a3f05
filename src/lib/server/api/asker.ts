/** What a key lets do: read what its organisation may read, or write on its behalf too. */
export const SCOPES = ['read', 'write'] as const;

export type Scope = (typeof SCOPES)[number];

/** Who asks the interface: anybody, or the holder of a key. Never a cookie. */
export type Asker =
  | { kind: 'anybody' }
  | {
      kind: 'key';
      /** Hash of the key. */
      id: string;
      scope: Scope;
      /** The organisation whose key it is; `null` at a machine without accounts. */
      owner: string | null;
      /** Who made it; `null` at a machine without accounts. */
      account: string | null;
    };

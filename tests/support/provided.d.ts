import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the `postgres` database of the run's throwaway cluster. */
    clusterUrl: string;
    /** Address of the database loaded from the mirror (project `real-data` only). */
    realDataUrl: string;
    /** Address of the same database once more, in which one file makes accounts. */
    realCopyUrl: string;
  }
}

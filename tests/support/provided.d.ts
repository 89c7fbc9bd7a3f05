import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the `postgres` database of the run's throwaway cluster. */
    clusterUrl: string;
    /** Address of the database loaded from the mirror (project `real-data` only). */
    realDataUrl: string;
  }
}

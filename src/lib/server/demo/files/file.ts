/** A file of the demonstration mirror, to write under its path in the folder. */
export interface DemonstrationFile {
  path: string;
  content: string | Buffer;
  /** Rows of data in it, and what the manifest says of it. */
  rows: number;
  topic: string;
  separator: ',' | ';' | '';
  notes: string;
}

/** What a command line of accounts asks. */
export interface Asked {
  email?: string;
  name?: string;
  organisation?: string;
  kind?: string;
  role?: string;
  json: boolean;
  /** The file that a backup is written to or read from. */
  file?: string;
  /** Whether a restore takes the place of what is there. */
  replace: boolean;
  /** Whether a new organisation keeps the data that all of them read. */
  keepsData: boolean;
  /** Whether an organisation is to keep them no more. */
  stop: boolean;
  /** The password comes by the standard input; otherwise a link is given. */
  passwordStdin: boolean;
  /** Address of the installation, for links. */
  origin: string;
  now: Date;
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what is wrong; gives the exit code. */
export function complain(line: string): 1 {
  process.stderr.write(`${line}\n`);
  return 1;
}

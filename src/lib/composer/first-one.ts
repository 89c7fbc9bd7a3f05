/** One of the first territories of an index, in a short list. */
export interface FirstOne {
  rank: number;
  name: string;
  slug: string;
  text: string;
  colour: string;
  estimated: boolean;
}

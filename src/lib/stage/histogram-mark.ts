/** The value of a territory, on the histogram. */
export interface HistogramMark {
  value: number;
  /** The territory selected, or the one pointed at. */
  kind: 'selected' | 'pointed';
}

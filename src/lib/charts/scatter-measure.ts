/** One axis of a cloud of points. */
export interface CloudMeasure {
  /** Whole name, unit and year: the title of the axis. */
  title: string;
  /** In sentences. */
  short: string;
  /** By territory; NaN where the figure is not known. */
  values: Float64Array;
  /** Inner limits of its classes, ascending. */
  breaks: readonly number[];
  /** A figure with its unit. */
  text: (value: number) => string;
}

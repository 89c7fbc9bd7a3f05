import { coveredBy, outingCount, respectsDays, stopCountOf, type RoundsInstance } from './instance.ts';

/** The most people of any rounds, by trying every set of stops in every order and day: for tests of small instances. */
export function mostByTrying(instance: RoundsInstance): number {
  const tours: number[][] = Array.from({ length: outingCount(instance) }, () => []);
  let most = 0;
  const place = (stop: number): void => {
    // Adding a stop never shortens a day whose minutes obey the triangle inequality, but a source's may not.
    if (respectsDays(instance, tours)) most = Math.max(most, coveredBy(instance, tours.flat()));
    if (stop === stopCountOf(instance)) return;
    place(stop + 1);
    for (const tour of tours)
      for (let at = 0; at <= tour.length; at++) {
        if (tour.length >= instance.stopsADay) break;
        tour.splice(at, 0, stop);
        place(stop + 1);
        tour.splice(at, 1);
      }
  };
  place(0);
  return most;
}

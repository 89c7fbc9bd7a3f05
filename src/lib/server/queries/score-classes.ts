import { classify, type Classification } from '../../domain/classify/classification.ts';
import { indexIndicator } from '../../domain/need/index-indicator.ts';
import type { ClassificationRequest } from './classification.ts';
import { DEFAULT_CLASSES } from '../../domain/classify/method.ts';
import { scoresOf, type ScoreRequest } from './scores.ts';
import type { Snapshot } from './snapshot.ts';

/** An index cut into classes on the server, as the map's worker cuts it. */
export function scoreClasses(
  data: Snapshot,
  { method, classes = DEFAULT_CLASSES, manual = [], ...request }: ScoreRequest & ClassificationRequest,
): Classification {
  const { column } = scoresOf(data, request);
  return classify(column, indexIndicator(request.recipe, ''), { method, classes, manual });
}

import { classify, type Classification } from '../../domain/classify/classification.ts';
import { DEFAULT_CLASSES, type ClassMethod } from '../../domain/classify/method.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

export interface ClassificationRequest {
  method: ClassMethod;
  classes?: number | undefined;
  manual?: readonly number[];
}

/** A level cut into classes on the server, as the map cuts it; `null` when there are no figures. */
export async function classificationOf(
  data: Snapshot,
  subject: Indicator,
  level: MapLevel,
  { method, classes = DEFAULT_CLASSES, manual = [] }: ClassificationRequest,
): Promise<Classification | null> {
  const column = data.column(subject.id, level);
  if (!column) return null;
  const key = [subject.id, level, method, classes, ...manual].join('/');
  return remember(
    data,
    'classification',
    key,
    () => classify(column, subject, { method, classes, manual }),
    64,
  );
}

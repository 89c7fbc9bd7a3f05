import { MOST_EDITS } from '../../domain/siting/hand/edits.ts';
import { formatNumber } from '../../format/number.ts';
import { atelier } from '../../messages/atelier.ts';
import { implantation } from '../../messages/implantation.ts';
import { HAND_PARAMETERS, type IgnoredEdit } from '../../view/hand-view.ts';

const words = atelier.notices;

/** Characters of an address that a sentence repeats. */
const MOST_CHARACTERS = 60;

/** What of the edits of an address was not followed, in sentences; `nameOf` calls a place by its id. */
export const editNotices = (ignored: readonly IgnoredEdit[], nameOf: (id: string) => string): string[] => [
  ...new Set(ignored.map((one) => sentence(one, nameOf))),
];

function sentence(one: IgnoredEdit, nameOf: (id: string) => string): string {
  switch (one.kind) {
    case 'value': {
      const quoted = one.value.slice(0, MOST_CHARACTERS);
      return one.parameter === 'version'
        ? words.version(quoted)
        : implantation.notices.value(HAND_PARAMETERS[one.parameter], quoted);
    }
    case 'edit':
      return words.edit(one.value.slice(0, MOST_CHARACTERS), words.faults[one.fault]);
    case 'many':
      return (one.parameter === 'site' ? words.manySites : words.manyPlaces)(
        formatNumber(one.count),
        formatNumber(MOST_EDITS),
      );
    case 'twice':
      return words.twice(nameOf(one.id).slice(0, MOST_CHARACTERS));
  }
}

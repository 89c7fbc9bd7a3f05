import type { FileFault } from '#lib/domain/strategy/file/strategy-file.ts';
import type { FieldFault } from '#lib/domain/strategy/record/field-kind.ts';
import { formatNumber } from '#lib/format/number.ts';
import { strategyKinds } from '#lib/messages/strategy-fields.ts';
import { strategyFile as words } from '#lib/messages/strategy-file.ts';
import { fieldWords } from '#lib/strategy/field-words.ts';

/** Why a file is not taken, and what is safe. */
export const faultWords = (fault: FileFault): string => `${sentenceOf(fault)} ${words.after}`;

function sentenceOf(fault: FileFault): string {
  switch (fault.why) {
    case 'many':
      return words.faults.many(formatNumber(fault.most));
    case 'item':
    case 'twice':
    case 'under':
      return words.faults[fault.why](formatNumber(fault.line));
    case 'field':
      return words.faults.field(
        formatNumber(fault.line),
        strategyKinds[fault.kind],
        fieldWords(fault.kind, fault.field).label,
        whyNot(fault.fault),
      );
    default:
      return words.faults[fault.why];
  }
}

function whyNot(fault: FieldFault): string {
  if (fault.fault === 'long') return words.fields.long(formatNumber(fault.most));
  if (fault.fault === 'range') return words.fields.range(formatNumber(fault.least), formatNumber(fault.most));
  return words.fields[fault.fault];
}

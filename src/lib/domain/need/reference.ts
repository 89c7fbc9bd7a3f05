/**
 * Among whom each territory is placed: the group of each ordinal, from 0, or −1 for one that is
 * outside of the set and has no score. `null` stands for one group of everybody.
 */
export type Groups = Int32Array | null;

/** One group a code; a territory without a code is outside. Groups are numbered as codes appear. */
export function groupsByCode(codes: readonly (string | null)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(codes, (code) => {
    if (code === null) return -1;
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  });
}

/** One group of the chosen ordinals, the others being outside; an ordinal that does not exist is ignored. */
export function groupOfMembers(length: number, members: ArrayLike<number>): Int32Array {
  const groups = new Int32Array(length).fill(-1);
  for (let i = 0; i < members.length; i++) {
    const ordinal = members[i] as number;
    if (ordinal >= 0 && ordinal < length) groups[ordinal] = 0;
  }
  return groups;
}

/** One group a class of a category (the density grid); a territory without a class is outside. */
export function groupsByClass(classes: Float64Array): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(classes, (value) => {
    if (Number.isNaN(value)) return -1;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}

/** How many territories each group has. */
export function groupSizes(groups: Groups, length: number): Uint32Array {
  if (!groups) return Uint32Array.of(length);
  let count = 0;
  for (let i = 0; i < length; i++) count = Math.max(count, (groups[i] as number) + 1);
  const sizes = new Uint32Array(count);
  for (let i = 0; i < length; i++) {
    const group = groups[i] as number;
    if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  }
  return sizes;
}

import { inflateRawSync } from 'node:zlib';

const entryMark = Buffer.from('PK\u0003\u0004', 'latin1');
const entryHeaderBytes = 30;
const nameLengthAt = 26;
const extraLengthAt = 28;
/** A workbook has about ten parts. */
const mostEntries = 200;

function unpackedBytes(packed: Buffer, maximumBytes: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: maximumBytes }).length;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? Number.POSITIVE_INFINITY : 0;
  }
}

/**
 * Whether all parts of a zip file together unpack to no more than this. Sizes that the file states of itself are not
 * believed: whatever looks like the beginning of a part is unpacked as far as the limit.
 */
export function unpacksWithin(zip: Buffer, maximumBytes: number): boolean {
  let total = 0;
  let entries = 0;
  for (let at = zip.indexOf(entryMark); at >= 0; at = zip.indexOf(entryMark, at + entryMark.length)) {
    entries += 1;
    if (entries > mostEntries || at + entryHeaderBytes > zip.length) return false;
    const begin = at + entryHeaderBytes + zip.readUInt16LE(at + nameLengthAt) + zip.readUInt16LE(at + extraLengthAt);
    total += unpackedBytes(zip.subarray(begin), maximumBytes);
    if (total > maximumBytes) return false;
  }
  return true;
}

import { inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/** A workbook has about ten parts. */
const mostParts = 200;
const elsewhere = 0xffff_ffff;
const stored = 0;
const sizesFollow = 0x08;

const descriptorMark = Buffer.from('PK\u0007\u0008', 'latin1');
const descriptorBytes = 16;

/** What a zip file says of one part: before its bytes (a header), and once more in the directory at the end. */
type Kind = { readonly mark: Buffer; readonly bytes: number; readonly fieldsAt: number };
const header: Kind = { mark: Buffer.from('PK\u0003\u0004', 'latin1'), bytes: 30, fieldsAt: 6 };
const directoryLine: Kind = { mark: Buffer.from('PK\u0001\u0002', 'latin1'), bytes: 46, fieldsAt: 8 };

type Part = {
  /** Where what follows the fixed fields ends: the packed bytes begin there. */
  readonly begin: number;
  readonly method: number;
  readonly hasSizesAfter: boolean;
  readonly packed: number;
  readonly unpacked: number;
};

/** Everything that looks like a part of this kind; undefined when one is cut off or there are too many. */
function partsOf(zip: Buffer, { mark, bytes, fieldsAt }: Kind): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + mark.length)) {
    if (parts.length === mostParts || at + bytes > zip.length) return undefined;
    const fields = zip.subarray(at + fieldsAt);
    const packed = fields.readUInt32LE(12);
    parts.push({
      begin: at + bytes + fields.readUInt16LE(20) + fields.readUInt16LE(22),
      method: fields.readUInt16LE(2),
      // As read-excel-file's own reader decides it.
      hasSizesAfter: (fields.readUInt16LE(0) & sizesFollow) !== 0 && packed === 0,
      packed,
      unpacked: fields.readUInt32LE(16),
    });
  }
  return parts;
}

type Inflated = { readonly taken: number; readonly given: number };

const inflatedSchema = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.object({ bytesWritten: z.number() }),
});

/** How many bytes inflating takes and gives: infinitely many beyond the limit, none when they are not deflated. */
function inflate(bytes: Buffer, maximumBytes: number): Inflated {
  try {
    const inflated: unknown = inflateRawSync(bytes, { maxOutputLength: maximumBytes, info: true });
    const { buffer, engine } = inflatedSchema.parse(inflated);
    return { taken: engine.bytesWritten, given: buffer.length };
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { taken: 0, given: isTooLarge ? Number.POSITIVE_INFINITY : 0 };
  }
}

function inflatedOf(zip: Buffer, { begin, method, hasSizesAfter, packed }: Part, maximumBytes: number): Inflated {
  if (method !== stored) return inflate(zip.subarray(begin), maximumBytes);
  const size = hasSizesAfter ? Math.max(zip.indexOf(descriptorMark, begin) - begin, 0) : packed;
  return { taken: size, given: size };
}

/** The sizes that follow the packed bytes are what was found there. */
function isDescribedTruly(zip: Buffer, { begin }: Part, { taken, given }: Inflated): boolean {
  const descriptor = zip.subarray(begin + taken, begin + taken + descriptorBytes);
  if (descriptor.length < descriptorBytes || !descriptor.subarray(0, 4).equals(descriptorMark)) return false;
  return descriptor.readUInt32LE(8) === taken && descriptor.readUInt32LE(12) === given;
}

/** The larger of what a part says and what it gives; infinitely much when it is not to be trusted. */
function sizeOf(zip: Buffer, part: Part, maximumBytes: number): number {
  if (part.packed === elsewhere || part.unpacked === elsewhere) return Number.POSITIVE_INFINITY;
  const inflated = inflatedOf(zip, part, maximumBytes);
  if (part.hasSizesAfter && !isDescribedTruly(zip, part, inflated)) return Number.POSITIVE_INFINITY;
  return Math.max(part.unpacked, inflated.given);
}

function fits(sizes: Iterable<number>, maximumBytes: number): boolean {
  let total = 0;
  for (const size of sizes) {
    total += size;
    if (total > maximumBytes) return false;
  }
  return true;
}

/**
 * Whether all parts of a zip file together unpack to no more than this. Sizes that the file states of itself are not
 * believed, since a reader may set aside what is stated before it unpacks: what counts of each part is the larger of
 * the stated and the real size.
 */
export function unpacksWithin(zip: Buffer, maximumBytes: number): boolean {
  const parts = partsOf(zip, header);
  const lines = partsOf(zip, directoryLine);
  if (parts === undefined || lines === undefined) return false;
  const isFit = fits(
    lines.map(({ packed, unpacked }) => (packed === elsewhere ? Number.POSITIVE_INFINITY : unpacked)),
    maximumBytes,
  );
  return (
    isFit &&
    fits(
      parts.values().map((part) => sizeOf(zip, part, maximumBytes)),
      maximumBytes,
    )
  );
}

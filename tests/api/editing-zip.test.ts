import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacksWithin } from '#server/platform/files/unpacked-size.ts';
import { sheetRow, workbookOf } from '../support/workbook.ts';

const maximum = 10_000;
const content = Buffer.alloc(4000, 'x');
const packed = deflateRawSync(content);

type Part = {
  readonly body?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  /** Packed and unpacked size as the header states them. */
  readonly stated?: readonly [number, number];
  /** The same as the directory states them. */
  readonly listed?: readonly [number, number];
  /** The same as they follow the packed bytes. */
  readonly descriptor?: readonly [number, number];
};

function words(...numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    buffer.writeUInt32LE(number, index * 4);
  });
  return buffer;
}

function halves(...numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => {
    buffer.writeUInt16LE(number, index * 2);
  });
  return buffer;
}

const honest = [packed.length, content.length] as const;
const name = Buffer.from('a.xml');

/** A zip file of one part that says of itself what it is told to say. */
function zipWith({ body = packed, method = 8, flags = 0, stated = honest, listed = honest, descriptor }: Part): Buffer {
  const head = [halves(20, flags, method, 0, 0), words(0, ...stated), halves(name.length, 0), name];
  const after = descriptor === undefined ? [] : [words(0x08074b50, 0, ...descriptor)];
  const line = [halves(20, 20, flags, method, 0, 0), words(0, ...listed), halves(name.length, 0, 0, 0, 0), words(0, 0)];
  return Buffer.concat([words(0x04034b50), ...head, body, ...after, words(0x02014b50), ...line, name]);
}

const unpacks = (part: Part) => unpacksWithin(zipWith(part), maximum);

describe('a zip file', () => {
  test('is taken when it unpacks to what it says, within the limit', () => {
    expect(unpacks({})).toBe(true);
    expect(unpacksWithin(zipWith({}), content.length)).toBe(true);
    expect(unpacksWithin(zipWith({}), content.length - 1)).toBe(false);
    expect(unpacksWithin(workbookOf(sheetRow(1, ['a', 'b'])), maximum)).toBe(true);
  });

  test('is refused when its parts together are too much', () => {
    // 4,000 bytes each: two fit in 10,000, three do not.
    expect(unpacksWithin(Buffer.concat([zipWith({}), zipWith({})]), maximum)).toBe(true);
    expect(unpacksWithin(Buffer.concat([zipWith({}), zipWith({}), zipWith({})]), maximum)).toBe(false);
  });

  test('is refused when a header states more than the limit, whatever is in it', () => {
    expect(unpacks({ stated: [packed.length, maximum] })).toBe(true);
    expect(unpacks({ stated: [packed.length, maximum + 1] })).toBe(false);
    expect(unpacks({ stated: [packed.length, 2_200_000_000] })).toBe(false);
    expect(unpacks({ listed: [packed.length, 2_200_000_000] })).toBe(false);
    expect(unpacks({ body: Buffer.from('no deflated bytes'), stated: [17, 2_200_000_000] })).toBe(false);
  });

  test('is refused when a size is to be looked for elsewhere', () => {
    expect(unpacks({ stated: [packed.length, 0xffff_ffff] })).toBe(false);
    expect(unpacks({ stated: [0xffff_ffff, content.length] })).toBe(false);
    expect(unpacks({ listed: [0xffff_ffff, content.length] })).toBe(false);
  });

  test('is refused when it states less than there is', () => {
    const bomb = deflateRawSync(Buffer.alloc(1_000_000));

    expect(unpacks({ body: bomb, stated: [bomb.length, 10], listed: [bomb.length, 10] })).toBe(false);
    expect(unpacks({ body: bomb, stated: [0, 0], listed: [0, 0] })).toBe(false);
  });

  test('may state its sizes after the packed bytes, if they are true', () => {
    const streamed = { flags: 8, stated: [0, 0] } as const;

    expect(unpacks({ ...streamed, descriptor: honest })).toBe(true);
    expect(unpacks({ ...streamed, descriptor: [packed.length, 2_200_000_000] })).toBe(false);
    expect(unpacks({ ...streamed, descriptor: [packed.length, content.length - 1] })).toBe(false);
    expect(unpacks({ ...streamed, descriptor: [packed.length - 1, content.length] })).toBe(false);
    expect(unpacks(streamed)).toBe(false);
  });

  test('counts what is stored unpacked as what it is', () => {
    const stored = { body: content, method: 0, stated: [4000, 4000], listed: [4000, 4000] } as const;

    expect(unpacks(stored)).toBe(true);
    expect(unpacks({ ...stored, stated: [4000, 2_200_000_000] })).toBe(false);
    expect(unpacks({ ...stored, flags: 8, stated: [0, 0], descriptor: [4000, 4000] })).toBe(true);
    expect(unpacks({ ...stored, flags: 8, stated: [0, 0], descriptor: [4000, 2_200_000_000] })).toBe(false);
  });

  test('is refused when it is cut off in a header or has more parts than any workbook', () => {
    expect(unpacksWithin(zipWith({}).subarray(0, 20), maximum)).toBe(false);
    expect(unpacksWithin(zipWith({}).subarray(0, -20), maximum)).toBe(false);
    expect(
      unpacksWithin(
        Buffer.concat(Array(201).fill(zipWith({ body: Buffer.alloc(0), stated: [0, 0], listed: [0, 0] }))),
        maximum,
      ),
    ).toBe(false);
  });
});

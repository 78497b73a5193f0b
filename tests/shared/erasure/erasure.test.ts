import { describe, expect, test } from 'vitest';
import { basesOf, erasureBases, erasureDecisions } from '#shared/domain/erasure/erasure.ts';

describe('a decision on erasure', () => {
  test('that keeps something rests on a ground to keep it, and no other does', () => {
    const toErase = basesOf('granted');

    for (const decision of ['partly-granted', 'refused'] as const) {
      expect(basesOf(decision)).toContain('archive-law');
      expect(basesOf(decision).filter((basis) => toErase.includes(basis))).toEqual([]);
    }
  });

  test('has a use for every ground', () => {
    expect(new Set(erasureDecisions.flatMap(basesOf))).toEqual(new Set(erasureBases));
  });

  test('meets a request without ground with a refusal, not with a part of it', () => {
    expect(basesOf('refused')).toContain('request-unfounded');
    expect(basesOf('partly-granted')).not.toContain('request-unfounded');
  });
});

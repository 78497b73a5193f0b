import { describe, expect, test } from 'vitest';
import { branches, chainRoles, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { checkReach } from '#shared/domain/instrument/check-reach.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { shipped } from './shipped-instrument.ts';
import { definitionAfter, itemEdit, ladderSource } from './small-sources.ts';

const found = (...edits: readonly DraftEdit[]) => checkReach(definitionAfter(...edits)).map(({ path }) => path);
/** "quick" asks one scored item of PM1, PM1.1; "deep" also PM1.2. */
const when = (appliesWhen: Condition) => itemEdit('PM1.1', { appliesWhen });

describe('dimension-out-of-reach', () => {
  test('is not found where every firm is asked', () => {
    expect(found()).toEqual([]);
    expect(checkReach(shipped)).toEqual([]);
  });

  test('says which dimension of which form, and names a firm', () => {
    expect(checkReach(definitionAfter(when({ branch: branches.slice(1) })))).toEqual([
      {
        file: 'dimensions/PM1.yaml',
        path: 'forms/quick',
        code: 'dimension-out-of-reach',
        reason: 'a firm (steel-and-metals, 1-4, own-product) is asked nothing about PM1',
        about: { section: 'PM1', form: 'quick' },
      },
    ]);
  });

  test.each<[string, Condition]>([
    ['a branch', { branch: branches.slice(0, -1) }],
    ['a size', { sizeClass: sizeClasses.slice(0, -1) }],
    ['a role', { chainRole: chainRoles.slice(1) }],
    ['one branch in one size', { any: [{ branch: branches.slice(1) }, { sizeClass: sizeClasses.slice(1) }] }],
    ['all but those whom an earlier answer opens it for', { item: 'D1.1', atLeast: 2 }],
  ])('is found where a condition shuts out %s', (_name, condition) => {
    expect(found(when(condition))).toEqual(['forms/quick']);
  });

  test.each<[string, Condition]>([
    ['everybody', { sizeClass: [...sizeClasses] }],
    ['everybody until an answer closes it', { not: { item: 'D1.1', isNotApplicable: true } }],
    [
      'some for their branch and the others for not having it',
      { any: [{ branch: ['wood-building'] }, { not: { branch: ['wood-building'] } }] },
    ],
  ])('is not found where a condition lets in %s', (_name, condition) => {
    expect(found(when(condition))).toEqual([]);
  });

  test('is not found where another item is there for those shut out', () => {
    const others = ladderSource('PM1.3', { forms: ['quick'], appliesWhen: { not: { branch: ['wood-building'] } } });

    expect(found(when({ branch: ['wood-building'] }), { kind: 'new-item', section: 'PM1', item: others })).toEqual([]);
  });

  test('is found in each form by itself', () => {
    const condition: Condition = { chainRole: ['own-product'] };

    expect(found(when(condition), itemEdit('PM1.2', { appliesWhen: condition }))).toEqual([
      'forms/quick',
      'forms/deep',
    ]);
  });

  test('is found where all that is asked weighs nothing', () => {
    expect(found(itemEdit('PM1.1', { weight: 0 }))).toEqual(['forms/quick']);
  });
});

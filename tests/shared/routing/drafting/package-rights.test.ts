import { describe, expect, test } from 'vitest';
import { mayDraft, rightsIssueOf } from '#shared/domain/routing/drafting/package-rights.ts';

const own = { kind: 'provider', code: 'b' } as const;
const coordination = { kind: 'coordination' } as const;
const of = (...providers: string[]) => ({ providers });

describe('a provider', () => {
  test('makes drafts of what it gives, and of nothing else', () => {
    expect(mayDraft(own, of('a', 'b'))).toBe(true);
    expect(mayDraft(own, of('a', 'c'))).toBe(false);
  });

  test.each([
    ['leaves all as they are', of('a', 'b', 'c'), undefined],
    ['adds others at the end', of('a', 'b', 'c', 'd'), undefined],
    ['leaves the list', of('a', 'c'), undefined],
    ['moves up', of('b', 'a', 'c'), 'others-place'],
    ['takes another away', of('a', 'b'), 'others-place'],
    ['puts another before the rest', of('d', 'a', 'b', 'c'), 'others-place'],
    ['leaves, and takes another along', of('a'), 'others-place'],
  ])('that %s', (_what, after, issue) => {
    expect(rightsIssueOf(own, of('a', 'b', 'c'), after)).toBe(issue);
  });

  test('ends a package that it alone gives, and no other', () => {
    expect(rightsIssueOf(own, of('b'), { ...of('b'), isOutOfUse: true })).toBeUndefined();
    expect(rightsIssueOf(own, of('a', 'b'), { ...of('a', 'b'), isOutOfUse: true })).toBe('others-under-way');
  });

  test('is the first provider of what it makes anew', () => {
    expect(rightsIssueOf(own, undefined, of('b', 'a'))).toBeUndefined();
    expect(rightsIssueOf(own, undefined, of('a', 'b'))).toBe('not-a-provider');
  });
});

test('the coordination changes every package, and every place in it', () => {
  expect(mayDraft(coordination, of('a'))).toBe(true);
  expect(rightsIssueOf(coordination, of('a', 'b'), { ...of('b'), isOutOfUse: true })).toBeUndefined();
});

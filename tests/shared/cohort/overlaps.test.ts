import { expect, test } from 'vitest';
import { overlapping } from '#shared/domain/cohort/overlaps.ts';

const group = (editionId: string, from: string, to: string) => ({ editionId, period: { from, to } });

test('groups overlap by a single day, and never with themselves', () => {
  const own = group('a', '2027-03-01', '2027-05-01');
  const [before, touching, within, after] = [
    group('b', '2027-01-01', '2027-02-28'),
    group('c', '2027-01-01', '2027-03-01'),
    group('d', '2027-04-01', '2027-04-02'),
    group('e', '2027-05-02', '2027-06-01'),
  ];

  expect(overlapping(own, [own, before, touching, within, after])).toEqual([touching, within]);
});

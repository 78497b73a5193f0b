import { expect, test } from 'vitest';
import { nameStatisticsReceivers, receiversOfStatistics } from '#shared/domain/access/statistics-receivers.ts';

test.each([
  ['statistics-1', ['regions']],
  ['statistics-2', ['regions']],
  ['statistics-3', ['regions', 'coordination']],
  ['statistics-12', ['regions', 'coordination']],
])('by %s a firm is counted by %j', (wording, receivers) => {
  expect(receiversOfStatistics(wording)).toEqual(receivers);
  expect(nameStatisticsReceivers(wording).sv.includes('samordning')).toBe(receivers.includes('coordination'));
});

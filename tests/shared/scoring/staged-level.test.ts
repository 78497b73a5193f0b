import { expect, test } from 'vitest';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { answersOf, ladder, rules, structureOf, workshop } from '../../support/small-instrument.ts';

const practices = ['PM1.1', 'PM2.1', 'PM3.1'];
const requires = (atLeast: number) => practices.map((item) => ({ item, atLeast }));
const staged = {
  ...rules,
  stagedLevels: [
    {
      code: 'process',
      part: 'process' as const,
      stages: [1, 2, 3].map((stage) => ({ stage, requires: requires(stage) })),
    },
  ],
};

function stageOf(given: Parameters<typeof answersOf>[0]) {
  const structure = structureOf(
    practices.map((code) => ladder(code)),
    staged,
  );
  return scoreResponse(structure, 'quick', workshop, answersOf(given)).stagedLevels[0];
}

// Stage 2 needs 2 everywhere; PM3.1 has 1. So stage 1, and PM3.1 blocks by one point.
test('the weakest practice decides the stage and is named', () => {
  expect(stageOf({ 'PM1.1': 4, 'PM2.1': 3, 'PM3.1': 1 })).toEqual({
    code: 'process',
    part: 'process',
    stage: 1,
    highestPossibleStage: 1,
    nextStage: 2,
    blockedBy: [{ item: 'PM3.1', atLeast: 2, points: 1 }],
  });
});

test('the practice furthest from the next stage is named first', () => {
  expect(stageOf({ 'PM1.1': 2, 'PM2.1': 0, 'PM3.1': 1 })?.blockedBy.map(({ item }) => item)).toEqual(['PM2.1']);
  expect(stageOf({ 'PM1.1': 1, 'PM2.1': 2, 'PM3.1': 1 })?.blockedBy.map(({ item }) => item)).toEqual([
    'PM1.1',
    'PM3.1',
  ]);
});

test('a practice nobody knows of holds the stage back, and the stage possible without it is given', () => {
  expect(stageOf({ 'PM1.1': 3, 'PM2.1': 3, 'PM3.1': '?' })).toMatchObject({
    stage: null,
    highestPossibleStage: 3,
    nextStage: 1,
    blockedBy: [{ item: 'PM3.1', atLeast: 1, points: null }],
  });
});

test('a practice that is not relevant holds nobody back', () => {
  expect(stageOf({ 'PM1.1': 3, 'PM2.1': 3, 'PM3.1': '-' })).toMatchObject({ stage: 3, nextStage: null, blockedBy: [] });
});

test('nothing answered gives no stage at all', () => {
  expect(stageOf({})).toMatchObject({ stage: null, highestPossibleStage: null, nextStage: null });
});

// Stage 2 needs 2 everywhere; PM2.1 and PM3.1 have 1.
test('what holds the firm back is the least set of practices: all of it leads on, and nothing less does', () => {
  const given = { 'PM1.1': 2, 'PM2.1': 1, 'PM3.1': 1 };
  const blockers = stageOf(given)?.blockedBy ?? [];
  const raised = (list: typeof blockers) => Object.fromEntries(list.map(({ item, atLeast }) => [item, atLeast]));

  expect(blockers.map(({ item }) => item)).toEqual(['PM2.1', 'PM3.1']);
  expect(stageOf({ ...given, ...raised(blockers) })?.stage).toBe(2);
  for (const left of blockers) {
    expect(stageOf({ ...given, ...raised(blockers.filter((each) => each !== left)) })?.stage).toBe(1);
  }
});

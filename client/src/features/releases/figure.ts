import type { Scale } from '#shared/domain/benchmark/scale.ts';

/** Means of many firms lie close together, most of them between one and two and a half. */
const levelSteps = [1.2, 1.5, 1.8, 2.1, 2.4];
const importanceSteps = [1, 1.5, 2, 2.5, 3];
const shareSteps = [10, 20, 30, 40, 50];

/** Where the darker steps begin: the same in every release, so that two can be laid beside each other. */
export const stepsFrom: Readonly<Record<Scale, readonly number[]>> = {
  level: levelSteps,
  importance: importanceSteps,
  share: shareSteps,
  percent: shareSteps,
  count: [25, 50, 100, 200, 400],
};

/** The smallest difference that is shown. */
export const shownStep: Readonly<Record<Scale, number>> = {
  level: 0.1,
  importance: 0.1,
  share: 5,
  percent: 1,
  count: 5,
};

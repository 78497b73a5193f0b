import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { contentFolder } from '#server/folders.ts';
import { readStrategyParts } from '#server/platform/content/load-strategy.ts';
import { prioritySchema, strategyStepSchema } from '#shared/domain/routing/strategy-step.ts';
import type { KnownToStrategy } from '#shared/domain/strategy/check-strategy.ts';

const stepsFile = z.strictObject({ priorities: z.array(prioritySchema), steps: z.array(strategyStepSchema) });
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** The strategy that ships, not yet put together. */
export const parts = await readStrategyParts(contentFolder);

export const known: KnownToStrategy = {
  ...stepsFile.parse(parse(readFileSync(path.join(contentFolder, 'steps.yaml'), 'utf8'))),
  dimensions: new Set([...numbered('D', 9), ...numbered('PM', 6), ...numbered('X', 4)]),
};

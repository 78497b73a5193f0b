import type { ReleaseBlock } from '#shared/domain/benchmark/release.ts';

const withheld: readonly ReleaseBlock[] = ['outdated', 'audit-found', 'too-near'];

/** Whether the figures could not be looked at. */
export const isWithheld = (blocks: readonly ReleaseBlock[]): boolean =>
  blocks.some((block) => withheld.includes(block));

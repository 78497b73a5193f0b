import type * as z from 'zod/mini';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { firmProfileOptionsSchema } from '#shared/contracts/site.ts';
import type { Strategy } from '#shared/domain/strategy/strategy.ts';
import type { DemoFirm } from './demo-firm.ts';

/** Content that ships as files and is read once at start. */
export type ContentBundle = {
  readonly firmProfileOptions: z.input<typeof firmProfileOptionsSchema>;
  readonly consentWordings: readonly ConsentWording[];
  /** The simulated firm of a demo site. */
  readonly demoFirm: DemoFirm;
  readonly strategy: Strategy;
};

import type { EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import type { Dice } from './dice.ts';
import type { AskingFirm, LettingInFirm } from './placeable-repository.ts';

/** The firms that have to do with one package of one provider. */
export type Group = {
  readonly organisationId: string;
  readonly offer: Package;
  readonly firms: readonly AskingFirm[];
  /** Firms that let the provider see their results. */
  readonly letIn: readonly LettingInFirm[];
};

export type EditionDraw = {
  readonly dice: Dice;
  readonly now: Date;
  readonly figures: Pick<PopulationFigures, 'editions'>;
  /** Whether the firm is in a group for the package already, with whatever provider. */
  readonly isTaken: (firmId: string, packageCode: string) => boolean;
  readonly take: (firmId: string, packageCode: string) => void;
  /** Whether the firm is asked into a group that is to come: nobody goes into several at a time. */
  readonly isBusy: (firmId: string) => boolean;
  readonly occupy: (firmId: string) => void;
};

/** Where one of its firms is at home; nowhere when it is held online. */
export function placeOf(
  { dice }: Pick<EditionDraw, 'dice'>,
  delivery: EditionPlan['delivery'],
  firms: readonly Pick<AskingFirm, 'municipality'>[],
): Pick<EditionPlan, 'delivery' | 'municipality'> {
  const places = firms.flatMap(({ municipality }) =>
    municipality === null || municipality === 'outside' ? [] : [municipality],
  );
  if (delivery === 'online' || places.length === 0) return { delivery: 'online', municipality: null };
  return { delivery, municipality: dice.one(places) };
}

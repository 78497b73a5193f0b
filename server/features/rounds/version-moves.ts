import type { ChangedQuestion, VersionMove } from '#shared/contracts/version-change.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import type { ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { isStepEmpty, stepBetween, type VersionStep } from '#shared/domain/instrument/version/version-step.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { Opened } from './repository.ts';

export type PossibleMove = Pick<VersionMove, 'direction'> & {
  readonly to: string;
  readonly step: VersionStep;
  readonly definition: Definition;
};

async function stepTo(context: Context, opened: Opened, to: string, map: ItemMap): Promise<VersionStep | undefined> {
  const before = (await context.published.instrumentVersion(opened.instrumentVersionId)).definition;
  const after = (await context.published.instrumentVersion(to)).definition;
  return stepBetween(before.structure, after.structure, opened.formCode, (itemCode) => map.get(itemCode));
}

/** To the newest version, if that is another and changes anything for the firm; and back to the one it has come from. */
export async function listMoves(context: Context, opened: Opened): Promise<PossibleMove[]> {
  if (opened.status !== 'open' || opened.isVersionFixed) return [];
  const { published } = context;
  const now = opened.instrumentVersionId;
  const moves: PossibleMove[] = [];
  const newest = await published.currentInstrumentVersion();
  if (newest.instrumentVersionId !== now) {
    const to = newest.instrumentVersionId;
    const step = await stepTo(context, opened, to, await published.itemMapBetween(now, to));
    if (step !== undefined && !isStepEmpty(step)) {
      moves.push({ direction: 'newest', to, step, definition: newest.definition });
    }
  }
  const left = opened.leftVersionId;
  if (left !== null) {
    // What may be compared may be so in both directions.
    const step = await stepTo(context, opened, left, await published.itemMapBetween(left, now));
    const { definition } = await published.instrumentVersion(left);
    if (step !== undefined) moves.push({ direction: 'back', to: left, step, definition });
  }
  return moves;
}

function questionIn({ structure, texts }: Definition, itemCode: string, opened: Opened): LocalisedText | null {
  const item = indexStructure(structure).items.get(itemCode);
  if (item === undefined) return null;
  return { sv: questionOf(item, opened.profile, texts.sv), en: questionOf(item, opened.profile, texts.en) };
}

/** The questions of a part of the step, as they are put to this firm before and after it. */
export function describeQuestions(
  codes: readonly string[],
  opened: Opened,
  sides: { readonly before: Definition | null; readonly after: Definition | null },
): ChangedQuestion[] {
  const { before, after } = sides;
  return codes.map((itemCode) => ({
    itemCode,
    before: before === null ? null : questionIn(before, itemCode, opened),
    after: after === null ? null : questionIn(after, itemCode, opened),
    isAnswered: opened.answeredItems.includes(itemCode),
  }));
}

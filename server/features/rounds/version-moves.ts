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

/** To the newest version, if that is another and changes anything for the firm, whether or not it may go there. */
export async function findNewer(context: Context, opened: Opened): Promise<PossibleMove | undefined> {
  const { published } = context;
  const { instrumentVersionId: to, definition } = await published.currentInstrumentVersion();
  const now = opened.instrumentVersionId;
  if (opened.status !== 'open' || to === now) return undefined;
  const step = await stepTo(context, opened, to, await published.itemMapBetween(now, to));
  return step === undefined || isStepEmpty(step) ? undefined : { direction: 'newest', to, step, definition };
}

async function findWayBack(context: Context, opened: Opened): Promise<PossibleMove | undefined> {
  const { instrumentVersionId: now, leftVersionId: to } = opened;
  if (to === null) return undefined;
  // What may be compared may be so in both directions.
  const step = await stepTo(context, opened, to, await context.published.itemMapBetween(to, now));
  const { definition } = await context.published.instrumentVersion(to);
  return step === undefined ? undefined : { direction: 'back', to, step, definition };
}

/** To the newer version, and back to the one that it has come from; nowhere where the version is fixed. */
export async function listMoves(context: Context, opened: Opened): Promise<PossibleMove[]> {
  if (opened.status !== 'open' || opened.fixedBy !== null) return [];
  const found = [await findNewer(context, opened), await findWayBack(context, opened)];
  return found.filter((move) => move !== undefined);
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
  setAside: ReadonlySet<string>,
): ChangedQuestion[] {
  const { before, after } = sides;
  return codes.map((itemCode) => ({
    itemCode,
    before: before === null ? null : questionIn(before, itemCode, opened),
    after: after === null ? null : questionIn(after, itemCode, opened),
    isAnswered: opened.answeredItems.includes(itemCode),
    comesBack: setAside.has(itemCode),
  }));
}

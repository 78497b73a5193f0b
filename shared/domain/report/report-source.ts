import type { Answers } from '../answers/answer.ts';
import type { RoundChange } from '../change/round-change.ts';
import type { Grounds } from '../crosswalk/derive-row.ts';
import type { Measure } from '../crosswalk/measure.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Definition } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import type { Item } from '../instrument/item.ts';
import { questionOf } from '../instrument/question-of.ts';
import { textOf } from '../instrument/text-keys.ts';
import type { LocalisedText } from '../language.ts';
import type { AgreementDocument } from '../respondents/agreement-document.ts';
import type { ReviewedScores } from '../review/stand-beside.ts';
import type { Catalogue } from '../routing/catalogue.ts';
import type { Routing } from '../routing/routing.ts';
import type { SupportChoices } from '../routing/support-choices.ts';
import type { ScoreProfile } from '../scoring/score.ts';
import type { FirmTarget } from '../scoring/targets.ts';
import type { Report } from './report.ts';

type Peers = NonNullable<Report['comparison']>['peers'][number];

/** What a firm is compared with, as it is published: its groups, the finest first. */
export type ComparedWith = {
  readonly releases: readonly { readonly isSimulated: boolean }[];
  readonly measures: readonly { readonly code: string }[];
  readonly groups: readonly {
    readonly values: readonly { readonly attribute: LocalisedText; readonly value: LocalisedText }[];
    readonly peers: readonly (Omit<Peers, 'dimension' | 'name'> & { readonly measure: string })[];
  }[];
};

/** One frozen submission with all that is told of it, and the versions that it was made with. */
export type ReportSource = {
  readonly asOf: string;
  readonly firm: Report['firm'];
  readonly receipt: Report['receipt'];
  readonly formCode: string;
  readonly version: Pick<Report['madeFrom'], 'version' | 'definitionSha256' | 'catalogueVersion'>;
  readonly definition: Definition;
  readonly profile: FirmProfile;
  readonly answers: Answers;
  readonly scoreProfile: ScoreProfile;
  readonly routing: Routing;
  readonly catalogue: Catalogue;
  readonly reviews: readonly (ReviewedScores & { readonly organisationName: LocalisedText })[];
  readonly change: { readonly since: string; readonly told: RoundChange } | null;
  readonly comparison: ComparedWith | null;
  readonly measures: readonly Measure[];
  /** Without those whose question has come to mean something else than the rules of the measures were written for. */
  readonly answersToMeasure: Answers;
  /** Rows of the measures that the firm has answered itself; null where whoever reads may not see them. */
  readonly added: Grounds['added'] | null;
  readonly viewers: Report['viewers'];
  /** What the firm aims at itself; none where whoever reads may not see it, and then the proposal holds. */
  readonly targets: readonly FirmTarget[];
  /** What the firm makes of its suggestions; null where whoever reads is not told. */
  readonly choices: SupportChoices | null;
  /** How far those who answered together agreed; null where one answered alone, and where whoever reads is not told. */
  readonly agreement: AgreementDocument | null;
};

export const wordsOf = ({ definition }: ReportSource, key: string): LocalisedText => textOf(definition.texts, key, key);

export function wordsOrNull({ definition: { texts } }: ReportSource, key: string): LocalisedText | null {
  return texts.sv[key] === undefined ? null : textOf(texts, key, key);
}

export const questionWords = ({ definition: { texts }, profile }: ReportSource, item: Item): LocalisedText => ({
  sv: questionOf(item, profile, texts.sv),
  en: questionOf(item, profile, texts.en),
});

export function asked(source: ReportSource, code: string): LocalisedText {
  const item = indexStructure(source.definition.structure).items.get(code);
  return item === undefined ? { sv: code, en: code } : questionWords(source, item);
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { type ItemMap, isComparable } from '#shared/domain/instrument/version/comparability.ts';
import type { ItemChange, TextChange, VersionDifference } from '#shared/domain/instrument/version/difference.ts';
import { isUnchanged } from '#shared/domain/instrument/version/difference.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './editing.module.css';
import { TwoTextsTable } from './two-texts-table.tsx';
import { useChangeWords } from './use-change-words.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useTextWords } from './use-text-words.ts';

function Words({ text }: { text: LocalisedText | null }) {
  if (text === null) return <Trans>(nothing)</Trans>;
  return (
    <>
      <span lang="sv">{text.sv}</span>
      {'\n'}
      <span lang="en">{text.en}</span>
    </>
  );
}

type TextTableProps = { changes: readonly TextChange[]; caption: string; nameOf: (key: string) => string };

function TextTable({ changes, caption, nameOf }: TextTableProps) {
  const { t } = useLingui();
  const rows = changes.map(({ key, before, after }) => ({
    key,
    place: nameOf(key),
    first: <Words text={before} />,
    second: <Words text={after} />,
  }));
  return <TwoTextsTable caption={caption} words={{ place: t`Text`, first: t`Before`, second: t`After` }} rows={rows} />;
}

type ItemChangeViewProps = {
  change: ItemChange;
  /** Other areas whose question has the same words. */
  alike: number;
  comparable: boolean;
  aside: ReactNode;
  definition: Definition | undefined;
};

function ItemChangeView({ change, alike, comparable, aside, definition }: ItemChangeViewProps) {
  const { t } = useLingui();
  const { label } = useTextWords(definition);
  const words = useChangeWords();
  const { code, kinds, texts } = change;
  return (
    <div className={styles.change}>
      <h3>
        {code}
        {kinds.map((kind) => (
          <Tag key={kind}>{words.kinds[kind]}</Tag>
        ))}
        {!kinds.includes('added') && !kinds.includes('removed') && (
          <Tag tone={comparable ? 'success' : 'warning'}>
            {comparable ? <Trans>answers can be compared</Trans> : <Trans>answers are not compared</Trans>}
          </Tag>
        )}
      </h3>
      {alike > 0 && (
        <p>
          <Plural value={alike} one="The same in # more area." other="The same in # more areas." />
        </p>
      )}
      {texts.length > 0 && <TextTable changes={texts} caption={t`The words of ${code}`} nameOf={label} />}
      {aside}
    </div>
  );
}

/** The wording that closing questions share (`ALL.wish`), when nothing else of the question differs. */
function sharedWording({ kinds, texts }: ItemChange): string | undefined {
  const [wording, ...others] = new Set(texts.map(({ key }) => key.split('.').slice(0, 2).join('.')));
  const isShared = kinds.length === 1 && others.length === 0 && wording?.startsWith('ALL.') === true;
  return isShared ? wording : undefined;
}

/** Questions that differ, those with a wording in common once, each with how many more have the same. */
function distinctChanges(changes: readonly ItemChange[]): { change: ItemChange; alike: number }[] {
  const seen = new Map<string, number>();
  for (const wording of changes.map(sharedWording)) {
    if (wording !== undefined) seen.set(wording, (seen.get(wording) ?? -1) + 1);
  }
  const isFirst = (change: ItemChange) =>
    sharedWording(change) === undefined ||
    changes.find((other) => sharedWording(other) === sharedWording(change)) === change;
  return changes.filter(isFirst).map((change) => ({ change, alike: seen.get(sharedWording(change) ?? '') ?? 0 }));
}

function Summary({ map }: { map: ItemMap }) {
  const relations = [...map.values()];
  const shared = relations.filter((relation) => relation !== 'added' && relation !== 'removed').length;
  const comparable = relations.filter(isComparable).length;
  return (
    <p>
      <Trans>
        {comparable} of the {shared} questions that both versions ask can be compared between them.
      </Trans>
    </p>
  );
}

type OthersProps = { difference: VersionDifference; definition: Definition | undefined };

function Others({ difference, definition }: OthersProps) {
  const { t } = useLingui();
  const { name } = useTextWords(definition);
  const names = useInstrumentNames(definition);
  const words = useChangeWords();
  const { scoring, forms, texts } = difference;
  return (
    <>
      {scoring.length > 0 && (
        <Section title={<Trans>Scoring</Trans>}>
          <p>
            <Trans>Changed:</Trans> {scoring.map((part) => words.scoring[part]).join(', ')}.
          </p>
        </Section>
      )}
      {forms.length > 0 && (
        <Section title={<Trans>Forms</Trans>}>
          <p>
            <Trans>Changed:</Trans> {forms.map(names.form).join(', ')}.
          </p>
        </Section>
      )}
      {texts.length > 0 && (
        <Section title={<Trans>Other texts</Trans>}>
          <TextTable changes={texts} caption={t`Names, scale and feedback that differ`} nameOf={name} />
        </Section>
      )}
    </>
  );
}

export type DifferenceViewProps = {
  difference: VersionDifference;
  /** How each question relates to itself in the other version. */
  map: ItemMap;
  /** The later of the two, which gives levels, bands and forms their names. */
  definition?: Definition | undefined;
  /** What to add under a question that differs. */
  aside?: ((change: ItemChange) => ReactNode) | undefined;
};

/** Everything that differs between two versions, and which answers stay comparable. */
export function DifferenceView({ difference, map, definition, aside }: DifferenceViewProps) {
  if (isUnchanged(difference)) return <EmptyState title={<Trans>Nothing differs</Trans>} />;
  return (
    <>
      <Summary map={map} />
      {difference.items.length > 0 && (
        <Section title={<Trans>Questions</Trans>}>
          <div className={styles.changes}>
            {distinctChanges(difference.items).map(({ change, alike }) => (
              <ItemChangeView
                key={change.code}
                change={change}
                alike={alike}
                comparable={isComparable(map.get(change.code))}
                aside={aside?.(change)}
                definition={definition}
              />
            ))}
          </div>
        </Section>
      )}
      <Others difference={difference} definition={definition} />
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type ItemMap, isComparable } from '#shared/domain/instrument/version/comparability.ts';
import type { ItemChange, TextChange, VersionDifference } from '#shared/domain/instrument/version/difference.ts';
import { isUnchanged } from '#shared/domain/instrument/version/difference.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './editing.module.css';
import { useChangeWords } from './use-change-words.ts';

function Words({ text }: { text: LocalisedText | null }) {
  if (text === null) return <Trans>(nothing)</Trans>;
  return (
    <span className={styles.words}>
      <span lang="sv">{text.sv}</span>
      {'\n'}
      <span lang="en">{text.en}</span>
    </span>
  );
}

function TextTable({ changes, caption }: { changes: readonly TextChange[]; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={changes}
      rowKey={({ key }) => key}
      columns={[
        { key: 'key', header: <Trans>Text</Trans>, cell: ({ key }) => key, isRowHeader: true },
        { key: 'before', header: <Trans>Before</Trans>, cell: ({ before }) => <Words text={before} /> },
        { key: 'after', header: <Trans>After</Trans>, cell: ({ after }) => <Words text={after} /> },
      ]}
    />
  );
}

type ItemChangeViewProps = { change: ItemChange; comparable: boolean; aside: ReactNode };

function ItemChangeView({ change, comparable, aside }: ItemChangeViewProps) {
  const { t } = useLingui();
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
      {texts.length > 0 && <TextTable changes={texts} caption={t`The words of ${code}`} />}
      {aside}
    </div>
  );
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

function Others({ difference }: { difference: VersionDifference }) {
  const { t } = useLingui();
  const words = useChangeWords();
  const { scoring, forms, texts } = difference;
  return (
    <>
      {scoring.length > 0 && (
        <Section title={<Trans>Scoring</Trans>}>
          <p>
            <Trans>Other than before:</Trans> {scoring.map((part) => words.scoring[part]).join(', ')}.
          </p>
        </Section>
      )}
      {forms.length > 0 && (
        <Section title={<Trans>Forms</Trans>}>
          <p>
            <Trans>Other than before:</Trans> {forms.join(', ')}.
          </p>
        </Section>
      )}
      {texts.length > 0 && (
        <Section title={<Trans>Other texts</Trans>}>
          <TextTable changes={texts} caption={t`Names, scale and feedback that differ`} />
        </Section>
      )}
    </>
  );
}

export type DifferenceViewProps = {
  difference: VersionDifference;
  /** How each question relates to itself in the other version. */
  map: ItemMap;
  /** What to add under a question that differs. */
  aside?: ((change: ItemChange) => ReactNode) | undefined;
};

/** Everything that differs between two versions, and which answers stay comparable. */
export function DifferenceView({ difference, map, aside }: DifferenceViewProps) {
  if (isUnchanged(difference)) return <EmptyState title={<Trans>Nothing differs</Trans>} />;
  return (
    <>
      <Summary map={map} />
      {difference.items.length > 0 && (
        <Section title={<Trans>Questions</Trans>}>
          <div className={styles.changes}>
            {difference.items.map((change) => (
              <ItemChangeView
                key={change.code}
                change={change}
                comparable={isComparable(map.get(change.code))}
                aside={aside?.(change)}
              />
            ))}
          </div>
        </Section>
      )}
      <Others difference={difference} />
    </>
  );
}

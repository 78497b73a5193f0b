import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { mergePackages, withField } from '#shared/domain/routing/drafting/merge-packages.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { PackageField } from '#shared/domain/routing/drafting/package-fields.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './catalogue.module.css';
import { FieldValue } from './field-value.tsx';
import { useFieldWords } from './use-field-words.ts';

/** Two texts of one package that began as the same. */
export type Conflict = {
  readonly base: PackageDraft | null;
  readonly theirs: PackageDraft;
  readonly by: string;
  /** Whether theirs is in use already, or another draft. */
  readonly isPublished: boolean;
};

type ConflictPanelProps = {
  conflict: Conflict;
  mine: PackageDraft;
  isBusy: boolean;
  onSettled: (content: PackageDraft) => void;
};

function Both({ mine, theirs, field }: { mine: unknown; theirs: unknown; field: PackageField }) {
  return (
    <div className={styles.pair}>
      <div className={styles.tight}>
        <p>
          <strong>
            <Trans>Yours</Trans>
          </strong>
        </p>
        <FieldValue field={field} value={mine} />
      </div>
      <div className={styles.tight}>
        <p>
          <strong>
            <Trans>Theirs</Trans>
          </strong>
        </p>
        <FieldValue field={field} value={theirs} />
      </div>
    </div>
  );
}

/** What both have changed, side by side; nothing is overwritten unseen. What only one has changed is in both ways kept. */
export function ConflictPanel({ conflict, mine, isBusy, onSettled }: ConflictPanelProps) {
  const { t } = useLingui();
  const fieldWords = useFieldWords();
  const { base, theirs, by, isPublished } = conflict;
  const { merged, conflicts } = mergePackages(base ?? {}, mine, theirs);
  const [taken, setTaken] = useState<readonly PackageField[]>([]);
  const choose = (field: PackageField, isTheirs: boolean) =>
    setTaken((known) => (isTheirs ? [...known, field] : known.filter((each) => each !== field)));
  const settled = taken.reduce((into, field) => withField(into, field, theirs), merged);
  return (
    <Notice
      tone="warning"
      role="alert"
      title={
        isPublished ? (
          <Trans>{by} has published this package meanwhile</Trans>
        ) : (
          <Trans>{by} has changed this draft meanwhile</Trans>
        )
      }
    >
      <div className={styles.stack}>
        {conflicts.length === 0 ? (
          <p>
            <Trans>You have changed different parts of it. Both can be kept.</Trans>
          </p>
        ) : (
          <p>
            <Trans>Where both have changed the same, choose which text stays. The rest is kept from both.</Trans>
          </p>
        )}
        {conflicts.map(({ field, mine: own, theirs: other }) => (
          <div key={field} className={styles.stack}>
            <h3>{fieldWords[field]}</h3>
            <Both field={field} mine={own} theirs={other} />
            <RadioGroup
              name={`conflict.${field}`}
              legend={t`Which stays: ${fieldWords[field]}`}
              layout="inline"
              options={[
                { value: 'mine', label: t`Yours` },
                { value: 'theirs', label: t`Theirs` },
              ]}
              value={taken.includes(field) ? 'theirs' : 'mine'}
              onChange={(event) => choose(field, event.currentTarget.value === 'theirs')}
            />
          </div>
        ))}
        <ButtonRow>
          <Button isBusy={isBusy} onClick={() => onSettled(settled)}>
            <Trans>Save it so in the draft</Trans>
          </Button>
        </ButtonRow>
      </div>
    </Notice>
  );
}

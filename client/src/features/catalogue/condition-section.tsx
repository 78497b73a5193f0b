import { Trans, useLingui } from '@lingui/react/macro';
import type { LocalisedText } from '#shared/domain/language.ts';
import { canHold } from '#shared/domain/routing/can-hold.ts';
import { deepestGroup, fitsForm } from '#shared/domain/routing/condition-form.ts';
import type { ConditionFrame } from '#shared/domain/routing/describe-condition.ts';
import { describeConditionIn } from '#shared/domain/routing/describe-condition.ts';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import { Button } from '../../ui/button/button.tsx';
import { FieldError, fieldId } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { newCondition } from './conditions.ts';
import { useDraftForm } from './draft-context.tsx';
import { BilingualText } from './draft-fields.tsx';
import { useFirsts } from './use-firsts.ts';

const frames = { criteria: 'criteria', comesAfter: 'comes-after' } as const satisfies Record<string, ConditionFrame>;
type ConditionField = keyof typeof frames;

/** The condition as one sentence in both languages, as it stands this moment. */
function Sentence({ field, when }: { field: ConditionField; when: RoutingCondition }) {
  const { catalogue } = useWorkshop();
  const inLanguage = (language: 'sv' | 'en') =>
    describeConditionIn(frames[field], when, {
      catalogue: catalogue.catalogue,
      texts: catalogue.texts[language],
      language,
    });
  return (
    <Panel tone="sunken">
      <div className={styles.tight} role="status">
        <p className={styles.sentence} lang="sv">
          {inLanguage('sv')}
        </p>
        <p className={styles.muted} lang="en">
          {inLanguage('en')}
        </p>
      </div>
    </Panel>
  );
}

/** What is to be known of a condition that no firm meets, or that every firm does. */
function Verdict({ when }: { when: RoutingCondition }) {
  const names = useNames();
  const { wishes } = useFirsts();
  const world = { bands: names.bands, wishes };
  if (!canHold(when, world)) {
    return (
      <Notice tone="danger" title={<Trans>No firm can ever meet this</Trans>}>
        <p>
          <Trans>Look for parts that rule each other out.</Trans>
        </p>
      </Notice>
    );
  }
  if (canHold({ not: when }, world)) return null;
  return (
    <Notice tone="warning" title={<Trans>Every firm meets this</Trans>}>
      <p>
        <Trans>The condition leaves nobody out. Take it away, or make it narrower.</Trans>
      </p>
    </Notice>
  );
}

type FilledProps = {
  field: ConditionField;
  when: RoutingCondition;
  why: LocalisedText;
  whyLabel: string;
};

function Filled({ field, when, why, whyLabel }: FilledProps) {
  const { change } = useDraftForm();
  const set = (changed: RoutingCondition) => change({ [field]: { when: changed, why } });
  return (
    <>
      <Sentence field={field} when={when} />
      <Verdict when={when} />
      {fitsForm(when) ? (
        <ConditionEditor name={`${field}.when`} condition={when} levels={deepestGroup} onChange={set} />
      ) : (
        <Notice tone="warning" title={<Trans>The form has no fields for this condition</Trans>}>
          <p>
            <Trans>It holds as the sentence above says. Leave it as it is, or take it away and begin anew.</Trans>
          </p>
        </Notice>
      )}
      <BilingualText
        name={`${field}.why`}
        label={whyLabel}
        text={why}
        onChange={(text) => change({ [field]: { when, why: text } })}
      />
      <p>
        <Button variant="secondary" onClick={() => change({ [field]: undefined })}>
          <Trans>Take the condition away</Trans>
        </Button>
      </p>
    </>
  );
}

function ConditionPart({ field, none, whyLabel }: { field: ConditionField; none: string; whyLabel: string }) {
  const { draft, change, errorOf, begin: beginPart } = useDraftForm();
  const { firsts } = useFirsts();
  const condition = draft[field];
  const begin = () => {
    beginPart(field);
    change({ [field]: { when: newCondition('dimension', firsts), why: { sv: '', en: '' } } });
  };
  return (
    <div className={styles.stack} id={fieldId(field)} tabIndex={-1}>
      <FieldError id={fieldId(field)} error={errorOf(field)} />
      {condition === undefined ? (
        <>
          <p>{none}</p>
          <p>
            <Button variant="secondary" onClick={begin}>
              <Trans>Build a condition</Trans>
            </Button>
          </p>
        </>
      ) : (
        <Filled field={field} when={condition.when} why={condition.why} whyLabel={whyLabel} />
      )}
    </div>
  );
}

export function CriteriaSection() {
  const { t } = useLingui();
  return (
    <Section
      title={<Trans>A condition for the firm</Trans>}
      lead={
        <Trans>
          A firm of which it is known that it does not hold is not suggested the package. What is not known is left for
          the first talk.
        </Trans>
      }
    >
      <ConditionPart
        field="criteria"
        none={t`There is no condition: every firm with the need is offered it.`}
        whyLabel={t`The condition in words for the firm`}
      />
    </Section>
  );
}

export function ComesAfterSection() {
  const { t } = useLingui();
  return (
    <Section
      title={<Trans>Something that comes first</Trans>}
      lead={<Trans>As long as it does not hold, the package is shown as one for later.</Trans>}
    >
      <ConditionPart field="comesAfter" none={t`Nothing has to come first.`} whyLabel={t`Why the firm should wait`} />
    </Section>
  );
}

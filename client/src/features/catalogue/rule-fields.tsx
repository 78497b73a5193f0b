import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { RoutingRule } from '#shared/domain/routing/routing-rule.ts';
import { boundsOf, isSettable, isWithin } from '#shared/domain/routing/rule-drafting/number-bounds.ts';
import type { RuleNumber } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { numbersOfRule } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { formatQuote, parseNumber, typedNumber } from '../../lib/format.ts';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import type { RuleDraftState } from './use-rule-draft.ts';
import { useRuleWords } from './use-rule-words.ts';

/** One number, with what it is now in use as; what is typed stays as it is typed. */
export function RuleNumberField({ number, state }: { number: RuleNumber; state: RuleDraftState }) {
  const { t } = useLingui();
  const { language } = useNames();
  const words = useRuleWords();
  const { rules } = useWorkshop().catalogue.catalogue;
  const { path, value: inUse } = number;
  const value = state.changes.numbers[path] ?? inUse;
  const [text, setText] = useState(typedNumber(value, language));
  const bounds = boundsOf(rules, path);
  const isUnread = state.unread.includes(path);
  const isAllowed = !isUnread && (bounds === undefined || isWithin(bounds, value));
  const shown = isUnread || parseNumber(text) === value ? text : typedNumber(value, language);
  const before = words.value(inUse);
  const { least, most } = words.rangeOf(path) ?? { least: '', most: '' };
  return (
    <NumberField
      name={path}
      label={words.numberName(path)}
      hint={value === inUse ? t`From ${least} to ${most}` : t`From ${least} to ${most}. Now in use: ${before}`}
      error={isAllowed ? undefined : t`Give a number from ${least} to ${most}.`}
      hasDecimals={bounds?.isWhole !== true}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        state.setNumber(path, parseNumber(event.currentTarget.value));
      }}
    />
  );
}

/** A rule: when it fires, why, whether it is in use, and its numbers. */
export function RuleSection({
  rule,
  state,
  outcomesHref,
}: {
  rule: RoutingRule;
  state: RuleDraftState;
  /** Where it is told what became of what it suggested. */
  outcomesHref: string;
}) {
  const { language } = useNames();
  const words = useRuleWords();
  const { rules } = useWorkshop().catalogue.catalogue;
  const { id } = rule;
  const why = formatQuote(rule.why[language], language);
  const condition = words.condition(rule);
  const isOff = state.changes.isOff[rule.id] ?? rule.isOff === true;
  const issues = state.issues.filter(({ path }) => path === `rules/${rule.id}`);
  return (
    <Section title={words.ruleName(rule.id)}>
      <div className={styles.tight}>
        <p>
          <Trans>Fires when: {condition}.</Trans>
        </p>
        <p className={styles.muted}>
          <Trans>The firm reads: {why}</Trans>
        </p>
        <p>
          <Link to={outcomesHref}>
            <Trans>What became of what {id} suggested</Trans>
          </Link>
        </p>
        <CheckboxField
          name={`rules/${rule.id}`}
          label={<Trans>In use</Trans>}
          checked={!isOff}
          error={issues.length === 0 ? undefined : issues.map(words.issue).join(' ')}
          onChange={(event) => state.setOff(rule.id, !event.currentTarget.checked)}
        />
        <div className={styles.numbers}>
          {numbersOfRule(rule)
            .filter(({ path }) => isSettable(rules, path))
            .map((number) => (
              <RuleNumberField key={number.path} number={number} state={state} />
            ))}
        </div>
      </div>
    </Section>
  );
}

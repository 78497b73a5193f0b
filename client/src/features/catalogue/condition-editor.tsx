import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import styles from './catalogue.module.css';
import { type ConditionKind, conditionKinds, groupKinds, kindOf, newCondition } from './conditions.ts';
import { FactFields } from './fact-fields.tsx';
import { useConditionKindWords } from './use-condition-words.ts';
import { useFirsts } from './use-firsts.ts';

type EditorProps = {
  /** Names the fields; unique on the page. */
  name: string;
  condition: RoutingCondition;
  /** How many groups there is room for within this one. */
  levels: number;
  onChange: (condition: RoutingCondition) => void;
};

type PartsProps = Omit<EditorProps, 'condition'> & {
  parts: RoutingCondition[];
  onParts: (parts: RoutingCondition[]) => void;
};

/** The parts of a group, of which all or one must hold. */
function Parts({ name, parts, levels, onParts }: PartsProps) {
  const { t } = useLingui();
  const { firsts } = useFirsts();
  const add = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const takeAway = (index: number) => {
    onParts(parts.filter((_part, at) => at !== index));
    focusAfter(() => add.current);
  };
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names of their own, and every field shows the value it is given.
        <div key={index} className={styles.nested}>
          <ConditionEditor
            name={`${name}.${index}`}
            condition={part}
            levels={levels - 1}
            onChange={(changed) => onParts(parts.map((each, at) => (at === index ? changed : each)))}
          />
          {parts.length > 1 && (
            <p>
              <Button
                variant="quiet"
                aria-label={t`Take away part ${index + 1} of the condition`}
                onClick={() => takeAway(index)}
              >
                <Trans>Take away this part</Trans>
              </Button>
            </p>
          )}
        </div>
      ))}
      <p>
        <Button ref={add} variant="secondary" onClick={() => onParts([...parts, newCondition('dimension', firsts)])}>
          <Trans>Add a part</Trans>
        </Button>
      </p>
    </>
  );
}

function Fields({ name, condition, levels, onChange }: EditorProps) {
  if ('all' in condition) {
    const change = (all: RoutingCondition[]) => onChange({ all });
    return <Parts name={name} parts={condition.all} levels={levels} onChange={onChange} onParts={change} />;
  }
  if ('any' in condition) {
    const change = (any: RoutingCondition[]) => onChange({ any });
    return <Parts name={name} parts={condition.any} levels={levels} onChange={onChange} onParts={change} />;
  }
  if ('not' in condition) {
    return (
      <div className={styles.nested}>
        <ConditionEditor
          name={`${name}.not`}
          condition={condition.not}
          levels={levels - 1}
          onChange={(not) => onChange({ not })}
        />
      </div>
    );
  }
  return <FactFields name={name} fact={condition} onChange={onChange} />;
}

/** A condition that may hold others. Whatever a kind begins as can be stored as it is. */
export function ConditionEditor(props: EditorProps) {
  const { name, condition, levels, onChange } = props;
  const { t } = useLingui();
  const words = useConditionKindWords();
  const { firsts, gaps } = useFirsts();
  const own = kindOf(condition);
  const isOffered = (kind: ConditionKind) => {
    if (kind === 'gap') return gaps.length > 0;
    return levels > 0 || !groupKinds.has(kind);
  };
  const change = (kind: ConditionKind) => {
    // What was written is kept as the first part of the group it is put into.
    const keeps = !groupKinds.has(own) && groupKinds.has(kind);
    if (keeps && kind === 'all') return onChange({ all: [condition] });
    if (keeps && kind === 'any') return onChange({ any: [condition] });
    if (keeps) return onChange({ not: condition });
    if ('all' in condition && kind === 'any') return onChange({ any: condition.all });
    if ('any' in condition && kind === 'all') return onChange({ all: condition.any });
    return onChange(newCondition(kind, firsts));
  };
  return (
    <div className={styles.group}>
      <SelectField
        name={`${name}.kind`}
        label={t`What it asks about`}
        options={conditionKinds
          .filter((kind) => kind === own || isOffered(kind))
          .map((kind) => ({ value: kind, label: words[kind] }))}
        value={own}
        onChange={(event) => change(event.currentTarget.value as ConditionKind)}
      />
      <Fields {...props} />
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { OwnChange } from '#shared/contracts/change.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendThenLevel } from './api.ts';
import styles from './change.module.css';
import type { ComparedArea } from './compared-areas.ts';

/** What the firm's own look back says of the change, beside what was said then. */
export function ThenSentence({ area }: { area: ComparedArea }) {
  const { level, signed, limit } = useDifferenceWords();
  const { change, thenLevel, shift } = area;
  if (typeof thenLevel !== 'number' || shift === null) {
    return thenLevel === null ? null : (
      <p>
        <Trans>As seen now: don't know.</Trans>
      </p>
    );
  }
  const [before, then, after] = [level(change.before), level(thenLevel), level(change.after)];
  const [plain, adjusted, least] = [signed(change.difference), signed(shift.adjusted), limit(shift.limit)];
  return (
    <>
      <p>
        <Trans>
          As said then {before}, as seen now {then}, now {after}. Change as measured {plain}; as you see it now{' '}
          {adjusted}, of which error leaves {least}.
        </Trans>
      </p>
      {shift.isMoved && (
        <p>
          <strong>
            <Trans>The yardstick has moved</Trans>
          </strong>
          {': '}
          {shift.shift < 0 ? (
            <Trans>you ask for more now than you did then, so the measured change is too small.</Trans>
          ) : (
            <Trans>you ask for less now than you did then, so the measured change is too large.</Trans>
          )}
        </p>
      )}
    </>
  );
}

const levels = [0, 1, 2, 3, 4] as const;

/** As a value of the field: empty as long as nothing is said. */
const fieldValueOf = (thenLevel: ThenLevel | null): string => (thenLevel === null ? '' : String(thenLevel));
const thenLevelOf = (value: string): ThenLevel | null =>
  value === 'dont-know' ? value : (levels.find((level) => String(level) === value) ?? null);

type ThenLevelsProps = {
  own: OwnChange;
  change: RoundChange;
  areas: readonly ComparedArea[];
  onChange: (changed: OwnChange) => void;
};

/** One after the other, so that what comes back last is what was said last. */
function useSaving({ own, onChange }: Pick<ThenLevelsProps, 'own' | 'onChange'>) {
  const { fault, run } = useAction(useProblemWords());
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  const [saved, setSaved] = useState<string | null>(null);
  const save = (dimension: string, thenLevel: ThenLevel | null) => {
    const since = own.since?.responseId;
    if (since === undefined) return;
    const place = { responseId: own.now.responseId, since, dimension };
    const sent = waiting.current.then(() => sendThenLevel(place, thenLevel));
    waiting.current = sent.catch(() => undefined);
    run(async () => {
      setSaved(null);
      onChange(await sent);
      setSaved(dimension);
    });
  };
  return { fault, saved, save };
}

/** Whoever has learned more measures by another yardstick: here the firm says where it was, with that of today. */
export function ThenLevels({ own, change, areas, onChange }: ThenLevelsProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { fault, saved, save } = useSaving({ own, onChange });
  const options = [
    ...change.levels.map((name, level) => ({ value: String(level), label: `${level}: ${localise(name)}` })),
    { value: 'dont-know', label: t`Don't know` },
  ];
  return (
    <Section
      title={<Trans>As you see it now: where were you then?</Trans>}
      lead={
        <Trans>
          Whoever learns more asks for more of the same level. Say where you were then, as you see it now, and you see
          whether the yardstick has moved. Answer for the areas you want; nothing else changes by it. Outside the firm
          it is seen only by those whom you let read your result by a consent that names it.
        </Trans>
      }
    >
      <FaultNotice fault={fault} title={<Trans>It could not be saved</Trans>} />
      <ul className={styles.areas}>
        {areas.map((area) => (
          <li key={area.dimension} className={styles.area}>
            <SelectField
              name={`then-${area.dimension}`}
              label={localise(area.name)}
              placeholder={t`Not said`}
              options={options}
              value={fieldValueOf(area.thenLevel)}
              onChange={({ currentTarget }) => save(area.dimension, thenLevelOf(currentTarget.value))}
            />
            <div role="status">{saved === area.dimension && <p>{t`Saved.`}</p>}</div>
            <ThenSentence area={area} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

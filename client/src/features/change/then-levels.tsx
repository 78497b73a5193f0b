import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { OwnChange } from '#shared/contracts/change.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { isAnswerConflict } from '../../lib/http/errors.ts';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useTryAgain } from '../../lib/use-try-again.ts';
import { Button } from '../../ui/button/button.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { SelectField, type SelectOption } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchChange, sendThenLevel } from './api.ts';
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

/** What was chosen and is not stored yet, and what kept it from being so the last time. */
type Unsaved = { readonly thenLevel: ThenLevel | null; readonly failure: unknown; readonly isBusy: boolean };

/**
 * One after the other, so that what comes back last is what was said last. Where something else was said meanwhile than
 * was seen, that is shown before it rejects.
 */
function useSending(own: OwnChange, show: (standing: OwnChange) => void) {
  const waiting = useRef<Promise<unknown>>(Promise.resolve());
  return (dimension: string, thenLevel: ThenLevel | null, seen: () => ThenLevel | null): Promise<OwnChange> | null => {
    const since = own.since?.responseId;
    if (since === undefined) return null;
    const { responseId } = own.now;
    const send = async (): Promise<OwnChange> => {
      try {
        return await sendThenLevel({ responseId, since, dimension }, { thenLevel, seen: seen() });
      } catch (failure) {
        if (isAnswerConflict(failure)) show(await fetchChange(responseId, since));
        throw failure;
      }
    };
    const sent = waiting.current.then(send);
    waiting.current = sent.catch(() => undefined);
    return sent;
  };
}

type FieldProps = {
  area: ComparedArea;
  options: readonly SelectOption[];
  isSaved: boolean;
  send: ReturnType<typeof useSending>;
  /** With what stands then; null as soon as something else is chosen. */
  onSaved: (changed: OwnChange | null) => void;
};

/** Keeps what is chosen for one area until it is stored, also where that fails. */
function useThenChoice({ area, send, onSaved }: Pick<FieldProps, 'area' | 'send' | 'onSaved'>) {
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  /** What the person saw standing when they chose, or what is stored of their own since. */
  const seen = useRef(area.thenLevel);
  const save = async (thenLevel: ThenLevel | null, failure: unknown): Promise<void> => {
    const mine: Unsaved = { thenLevel, failure, isBusy: true };
    const sent = send(area.dimension, thenLevel, () => seen.current);
    if (sent === null) return;
    setUnsaved(mine);
    onSaved(null);
    // What was chosen after it stays.
    const become = (next: Unsaved | null) => setUnsaved((now) => (now === mine ? next : now));
    try {
      const changed = await sent;
      seen.current = thenLevel;
      onSaved(changed);
      become(null);
    } catch (fault) {
      become({ thenLevel, failure: fault, isBusy: false });
    }
  };
  const failure = unsaved?.failure ?? null;
  // The field shows what stands, or the notice does: only then is it replaced by what is chosen.
  const see = () => {
    if (unsaved === null || isAnswerConflict(failure)) seen.current = area.thenLevel;
  };
  const again = () => {
    if (unsaved === null || unsaved.isBusy) return;
    see();
    void save(unsaved.thenLevel, failure);
  };
  useTryAgain(failure, unsaved === null, again);
  return {
    shown: unsaved === null ? area.thenLevel : unsaved.thenLevel,
    failure,
    isBusy: unsaved?.isBusy === true,
    choose: (thenLevel: ThenLevel | null) => {
      see();
      void save(thenLevel, null);
    },
    again,
  };
}

function WhyUnsaved({ failure, standing }: { failure: unknown; standing: string | undefined }) {
  const problemWords = useProblemWords();
  if (!isAnswerConflict(failure)) return problemWords(failure);
  return standing === undefined ? (
    <Trans>What was said was taken back elsewhere meanwhile. Try again, and what you chose here is said.</Trans>
  ) : (
    <Trans>“{standing}” was said elsewhere meanwhile. Try again, and what you chose here replaces it.</Trans>
  );
}

/** One area: what was chosen stays in its field, and what kept it from being stored stands there until it is. */
function ThenField({ area, options, isSaved, send, onSaved }: FieldProps) {
  const { t } = useLingui();
  const name = useLocalised()(area.name);
  const { shown, failure, isBusy, choose, again } = useThenChoice({ area, send, onSaved });
  const field = `then-${area.dimension}`;
  const standing = options.find(({ value }) => value === fieldValueOf(area.thenLevel))?.label;
  return (
    <li className={styles.area}>
      <SelectField
        name={field}
        label={name}
        placeholder={t`Not said`}
        options={options}
        value={fieldValueOf(shown)}
        error={failure === null ? undefined : t`Not saved.`}
        onChange={({ currentTarget }) => choose(thenLevelOf(currentTarget.value))}
      />
      {failure !== null && (
        <Notice tone="danger" role="alert" title={<Trans>What you chose for {name} could not be saved</Trans>}>
          <p>
            <WhyUnsaved failure={failure} standing={standing} />
          </p>
          <Button
            variant="secondary"
            isBusy={isBusy}
            aria-label={t`Try again to save ${name}`}
            onClick={() => {
              // The button goes away when it is stored.
              document.getElementById(fieldId(field))?.focus();
              again();
            }}
          >
            <Trans>Try again</Trans>
          </Button>
        </Notice>
      )}
      <div role="status">{isSaved && <p>{t`Saved.`}</p>}</div>
      <ThenSentence area={area} />
    </li>
  );
}

/** Whoever has learned more measures by another yardstick: here the firm says where it was, with that of today. */
export function ThenLevels({ own, change, areas, onChange }: ThenLevelsProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const send = useSending(own, onChange);
  const [saved, setSaved] = useState<string | null>(null);
  const options = [
    ...change.levels.map((name, level) => ({ value: String(level), label: `${level}: ${localise(name)}` })),
    { value: 'dont-know', label: t`Don't know` },
  ];
  const takeSaved = (dimension: string, changed: OwnChange | null) => {
    if (changed !== null) onChange(changed);
    setSaved(changed === null ? null : dimension);
  };
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
      <ul className={styles.areas}>
        {areas.map((area) => (
          <ThenField
            key={area.dimension}
            area={area}
            options={options}
            isSaved={saved === area.dimension}
            send={send}
            onSaved={(changed) => takeSaved(area.dimension, changed)}
          />
        ))}
      </ul>
    </Section>
  );
}

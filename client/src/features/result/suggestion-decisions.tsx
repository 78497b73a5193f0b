import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SuggestionDocument } from '#shared/contracts/results.ts';
import {
  type DeclineReason,
  declineReasons,
  longestNote,
  moveInOrder,
  orderByChoice,
} from '#shared/domain/routing/support-choices.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { useResult } from './result-context.tsx';
import { useChoices } from './suggestion-choices.tsx';
import { useDeclineWords } from './use-decline-words.ts';

/** The codes of what is not declined, as the firm would take them. */
function useOrder(): string[] {
  const { result } = useResult();
  const known = useChoices();
  if (known === null) return result.suggestions.map(({ packageCode }) => packageCode);
  return orderByChoice(result.suggestions, known.choices).map(({ packageCode }) => packageCode);
}

/** Earlier and later, by buttons: the same for a finger, a mouse and a keyboard. */
function MoveButtons({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const known = useChoices();
  const order = useOrder();
  const focusAfter = useFocusAfter();
  const [isMoved, setIsMoved] = useState(false);
  const change = known?.change ?? null;
  if (change === null || known === null || order.length < 2) return null;
  const name = localise(suggestion.packageName);
  const place = order.indexOf(suggestion.packageCode);
  const count = order.length;
  const number = place + 1;
  const move = async (by: -1 | 1, button: HTMLButtonElement) => {
    if (!(await change({ order: moveInOrder(order, suggestion.packageCode, by) }))) return;
    setIsMoved(true);
    focusAfter(() => {
      button.scrollIntoView({ block: 'center' });
      return button;
    });
  };
  return (
    <>
      <Button
        variant="secondary"
        isBusy={known.isSaving}
        isUnavailable={place === 0}
        aria-label={t`Move ${name} earlier`}
        onClick={({ currentTarget }) => void move(-1, currentTarget)}
      >
        <Trans>Earlier</Trans>
      </Button>
      <Button
        variant="secondary"
        isBusy={known.isSaving}
        isUnavailable={place === order.length - 1}
        aria-label={t`Move ${name} later`}
        onClick={({ currentTarget }) => void move(1, currentTarget)}
      >
        <Trans>Later</Trans>
      </Button>
      <p role="status">{isMoved && t`${name} is now number ${number} of ${count}.`}</p>
    </>
  );
}

const takeBackId = (packageCode: string) => `take-back-${packageCode}`;
/** The heading of a suggestion. */
export const suggestionId = (packageCode: string) => `suggestion-${packageCode}`;

function DeclineForm({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const words = useDeclineWords();
  const name = useLocalised()(suggestion.packageName);
  const known = useChoices();
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const change = known?.change ?? null;
  if (change === null || known === null) return null;
  const code = suggestion.packageCode;
  const isTooLong = note.trim().length > longestNote;
  const field = `decline-reason-${code}`;
  const decline = async () => {
    setIsTried(true);
    if (reason === null) {
      document.getElementById(fieldId(field))?.focus();
      return;
    }
    const isStored = await change({
      order: known.choices.order.filter((each) => each !== code),
      declined: [...known.choices.declined, { packageCode: code, reason, note: note.trim() }],
    });
    if (isStored) known.tell(t`You have declined ${name}.`, takeBackId(code));
  };
  return (
    <>
      <SelectField
        name={field}
        label={t`Why not?`}
        placeholder={t`Choose`}
        value={reason ?? ''}
        error={isTried && reason === null ? t`Choose why.` : undefined}
        options={declineReasons.map((value) => ({ value, label: words(value) }))}
        onChange={(event) => setReason(declineReasons.find((each) => each === event.target.value) ?? null)}
      />
      <TextAreaField
        name={`decline-note-${code}`}
        label={t`More about it`}
        hint={t`Seen by those whom you let read your result by a consent that names it. Name no persons.`}
        isOptional
        value={note}
        rows={2}
        maximumLength={longestNote}
        error={isTooLong ? t`Write at most ${longestNote} characters.` : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
      <ButtonRow>
        <Button variant="secondary" isBusy={known.isSaving} isUnavailable={isTooLong} onClick={() => void decline()}>
          <Trans>Decline the suggestion</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

/** What the firm can do with one suggestion beside asking for contact. */
export function SuggestionDecisions({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const known = useChoices();
  if (known === null || known.change === null) return null;
  const name = localise(suggestion.packageName);
  return (
    <>
      <ButtonRow>
        <MoveButtons suggestion={suggestion} />
      </ButtonRow>
      <Details summary={t`This is nothing for us: ${name}`} onPaper="as-left">
        <DeclineForm suggestion={suggestion} />
      </Details>
    </>
  );
}

/** What the firm has said no to, each with why, and how to take it back. */
export function DeclinedSuggestions() {
  const { t } = useLingui();
  const { result, hrefs } = useResult();
  const words = useDeclineWords();
  const localise = useLocalised();
  const known = useChoices();
  if (known === null || known.choices.declined.length === 0) return null;
  const { choices, change, isSaving, tell } = known;
  const takeBack = async (packageCode: string, name: string) => {
    const declined = choices.declined.filter((each) => each.packageCode !== packageCode);
    if (await change?.({ declined })) tell(t`${name} is among the suggestions again.`, suggestionId(packageCode));
  };
  const nameOf = (code: string) => {
    const found = result.suggestions.find(({ packageCode }) => packageCode === code);
    return found === undefined ? code : localise(found.packageName);
  };
  return (
    <div>
      <h3>{hrefs.own === null ? <Trans>Declined by the firm</Trans> : <Trans>What you have declined</Trans>}</h3>
      <ul>
        {choices.declined.map(({ packageCode, reason, note }) => {
          const name = nameOf(packageCode);
          return (
            <li key={packageCode}>
              <strong>{name}.</strong> {words(reason)}
              {note !== '' && `: ${note}`}{' '}
              {change !== null && (
                <Button
                  id={takeBackId(packageCode)}
                  variant="quiet"
                  isBusy={isSaving}
                  aria-label={t`Take back your no to ${name}`}
                  onClick={() => void takeBack(packageCode, name)}
                >
                  <Trans>Take back</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

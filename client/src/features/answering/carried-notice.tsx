import { Plural, Trans } from '@lingui/react/macro';
import type { Item } from '#shared/domain/instrument/item.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

/** Name of the form that this response continues, as the questionnaire calls it. */
export function useEarlierForm(): string {
  const { session, texts } = useAnswering();
  const codes = session.response.continuesFormCode?.split('+') ?? [];
  return codes.map((code) => texts[formTextKeys.name(code)] ?? code).join(', ');
}

/** Says on a screen which of its answers were given before, until they are given again. */
export function CarriedNotice({ items }: { items: readonly Item[] }) {
  const { carried } = useAnswering();
  const form = useEarlierForm();
  const count = items.filter(({ code }) => carried.has(code)).length;
  if (count === 0) return null;
  return (
    <Notice>
      <p>
        {items.length === 1 ? (
          <Trans>The answer is yours from “{form}”. Change it if it is no longer true, or go on.</Trans>
        ) : (
          <Plural
            value={count}
            one={`# answer here is yours from “${form}”. Change it if it is no longer true, or go on.`}
            other={`# answers here are yours from “${form}”. Change what is no longer true, or go on.`}
          />
        )}
      </p>
    </Notice>
  );
}

type CountsProps = { scored: number; form: string };

/** Only what is scored is numbered, as in the count of answered questions beside it. */
function ScoredAlone({ scored, form }: CountsProps) {
  return (
    <Plural value={scored} one={`# answer came along from “${form}”`} other={`# answers came along from “${form}”`} />
  );
}

function ScoredAndOthers({ scored, form }: CountsProps) {
  return (
    <Plural
      value={scored}
      _0={`What you have said that gives no points came along from “${form}”`}
      one={`# answer came along from “${form}”, and what you have said that gives no points`}
      other={`# answers came along from “${form}”, and what you have said that gives no points`}
    />
  );
}

/** On the overview: how much came along, and that it may be changed. */
export function CarriedSummary() {
  const { carried, steps } = useAnswering();
  const form = useEarlierForm();
  const shown = steps.flatMap(({ items }) => items).filter(({ code }) => carried.has(code));
  if (shown.length === 0) return null;
  const scored = shown.filter(({ purpose }) => purpose === 'score').length;
  const Counts = scored === shown.length ? ScoredAlone : ScoredAndOthers;
  return (
    <Notice title={<Counts scored={scored} form={form} />}>
      <p>
        <Trans>You need not answer again. Where an answer came along the page says so, and you may change it.</Trans>
      </p>
    </Notice>
  );
}

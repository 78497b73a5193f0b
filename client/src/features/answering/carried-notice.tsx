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

/** Says that the answer was given before, until it is given again. */
export function CarriedNotice({ item }: { item: Item }) {
  const { carried } = useAnswering();
  const form = useEarlierForm();
  if (!carried.has(item.code)) return null;
  return (
    <Notice>
      <p>
        <Trans>The answer is yours from “{form}”. Change it if it is no longer true, or go on.</Trans>
      </p>
    </Notice>
  );
}

/** On the overview: how much came along, and that it may be changed. */
export function CarriedSummary() {
  const { carried, answers } = useAnswering();
  const form = useEarlierForm();
  const count = carried.size;
  if (count === 0 || Object.keys(answers).length === 0) return null;
  return (
    <Notice
      title={
        <Plural
          value={count}
          one={`# answer came along from “${form}”`}
          other={`# answers came along from “${form}”`}
        />
      }
    >
      <p>
        <Trans>You do not answer them again. Each one is marked, and you may change it.</Trans>
      </p>
    </Notice>
  );
}

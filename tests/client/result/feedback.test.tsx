import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Feedback } from '#client/src/features/result/feedback.tsx';
import { ResultPage } from '#client/src/features/result/result-page.tsx';
import { resultOf, showWithResult } from './result-fixture.tsx';

const text = (sv: string) => ({ sv, en: `${sv} (en)` });
const feedback = {
  dimension: 'D9',
  usual: text('Lösenord på lappar.'),
  why: text('Ett stopp kostar en vecka.'),
  practice: text('Sätt en ansvarig.'),
  takes: text('En dag.'),
  green: text('Färre omtag.'),
};
const withFeedback = () => resultOf({ feedback: [feedback] });

test('says how it usually is, why it matters, what to do and what it takes', () => {
  showWithResult(<Feedback dimension="D9" />, withFeedback());

  const parts = screen.getAllByRole('term').map((term) => [term.textContent, term.nextSibling?.textContent]);
  expect(parts).toEqual([
    ['Så brukar det se ut i ett företag av er storlek', 'Lösenord på lappar.'],
    ['Varför det spelar roll', 'Ett stopp kostar en vecka.'],
    ['I praktiken', 'Sätt en ansvarig.'],
    ['Vad det kräver', 'En dag.'],
    ['Grönt och cirkulärt', 'Färre omtag.'],
  ]);
});

test('says nothing of an area without feedback', () => {
  showWithResult(<Feedback dimension="D2" />, withFeedback());

  expect(screen.queryByRole('term')).toBeNull();
});

test('stands with its own area on the result', () => {
  showWithResult(<ResultPage comparison={null} />, withFeedback());

  const details = screen.getByText('Sätt en ansvarig.').closest('details');
  expect(details?.querySelector('summary')?.textContent).toBe('Säkerhet: vad det betyder och vad som kommer sedan');
});

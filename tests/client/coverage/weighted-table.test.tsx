import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { messages as words } from '#client/src/features/coverage/locales/sv.po';
import { WeightedTable } from '#client/src/features/coverage/weighted-table.tsx';
import { populationIdSchema } from '#shared/contracts/identifiers.ts';
import { branches, counties } from '#shared/domain/firm/firm-profile.ts';
import { documentOf } from '../releases/release-fixture.ts';
import { show } from '../ui/show.tsx';

const cells = counties.flatMap((county) =>
  branches.map((branch) => ({ county, branch, size: '10-49' as const, number: 40 })),
);
const population = {
  ...{
    populationId: populationIdSchema.parse('018f3c4e-7a6b-7c21-9d1a-00000000f001'),
    unit: 'firms' as const,
    year: 2025,
    source: 'SCB',
    sourceUrl: null,
  },
  ...{ isSimulated: false, cells, leftOut: [] },
};
const rules = { version: 'coverage-1', leastReachedPercent: 95, mostWeightRatio: 5, leastPopulation: 100 };
const whole = documentOf({ breakdowns: [[], ['county'], ['branch']] });
const byCounty = documentOf({ breakdowns: [[], ['county']] });

function Coverage() {
  const [document, setDocument] = useState(whole);
  return (
    <>
      <button type="button" onClick={() => setDocument(byCounty)}>
        another
      </button>
      <WeightedTable document={document} population={population} rules={rules} />
    </>
  );
}

test('what it is weighted by follows the release when another does not have it', async () => {
  i18n.load('sv', words);
  show(<Coverage />);
  const field = screen.getByLabelText<HTMLSelectElement>('Vägd efter');
  await userEvent.selectOptions(field, 'Bransch');
  expect(field.value).toBe('branch');

  await userEvent.click(screen.getByRole('button', { name: 'another' }));

  expect(field.value).toBe('county');
  expect(within(screen.getByRole('table')).queryByText(/delar inte in företagen/)).toBeNull();
});

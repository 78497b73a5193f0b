import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { WorkshopProvider } from '#client/src/features/catalogue/catalogue-context.tsx';
import { messages } from '#client/src/features/catalogue/locales/sv.po';
import { RuleSection } from '#client/src/features/catalogue/rule-fields.tsx';
import { useRuleDraft } from '#client/src/features/catalogue/use-rule-draft.ts';
import { getCatalogue } from '#shared/contracts/catalogue.ts';
import { ruleDraftSchema } from '#shared/contracts/rule-drafts.ts';
import { noRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { structure } from '../../shared/routing/routing-fixture.ts';
import { catalogue } from '../../shared/routing/shipped-catalogue.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { show } from '../ui/show.tsx';

const document = z.parse(getCatalogue.responses[200], {
  ...{ catalogueVersionId: uuid('d', 5), versionNumber: 7, catalogue, structure },
  ...{ texts: { sv: {}, en: {} }, supportForms: [], organisations: [], drafts: [] },
});
const draft = z.parse(ruleDraftSchema, {
  ...{ ruleDraftId: uuid('e', 1), changes: noRuleChanges, revision: 1 },
  ...{ changedAt: '2026-02-03T14:32:00.000Z', changedBy: 'Ada Ek' },
});
const hrefs = { list: '/', draft: () => '/', preview: () => '/', history: () => '/', package: () => '/' };

function Rule({ id }: { id: string }) {
  const state = useRuleDraft(draft);
  const rule = catalogue.rules.find((each) => each.id === id);
  return rule === undefined ? null : <RuleSection rule={rule} state={state} outcomesHref="/editor/outcomes" />;
}

function open(id: string) {
  i18n.load('sv', messages);
  show(
    <WorkshopProvider value={{ catalogue: document, hrefs }}>
      <Rule id={id} />
    </WorkshopProvider>,
  );
  return screen.queryAllByRole('textbox').length;
}

test('a rule has a field for each number that can be another', () => {
  expect(open('X-5')).toBeGreaterThan(0);
});

test('how many firms share a need is no field: the database decides it, and the sentence of the rule says it', () => {
  expect(open('X-15')).toBe(0);
  expect(screen.getByText(/^Gäller när:/).textContent).toContain('5');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { isUnagreed, keptSteps, settleSteps, stepFates } from '#shared/domain/meeting/unagreed-step.ts';

const stepOf = (key: string, what: string, isAgreedByFirm = false) => ({
  key,
  what,
  owner: 'firm' as const,
  dueOn: null,
  isAgreedByFirm,
  isAgreedByProvider: true,
});

describe('the steps that go out', () => {
  const anyStep = fc
    .record({ what: fc.constantFrom('', ' ', 'a', 'b'), firm: fc.boolean(), provider: fc.boolean() })
    .map(({ what, firm, provider }) => ({ ...stepOf('', what, firm), isAgreedByProvider: provider }));
  const anySteps = fc.array(anyStep).map((steps) => steps.map((step, index) => ({ ...step, key: String(index) })));
  const anyFates = fc
    .array(fc.tuple(fc.nat(9).map(String), fc.constantFrom(...stepFates)))
    .map((fates) => new Map(fates));

  test('lose nothing that nobody has dropped, and change nothing that both have agreed on', () => {
    fc.assert(
      fc.property(anySteps, anyFates, (steps, fates) => {
        const settled = settleSteps(steps, fates);
        const isDropped = (step: (typeof steps)[number]) => isUnagreed(step) && fates.get(step.key) === 'drop';
        expect(settled.map(({ key }) => key)).toEqual(steps.filter((step) => !isDropped(step)).map(({ key }) => key));
        for (const step of steps.filter(isAgreed)) expect(settled).toContain(step);
        for (const step of settled.filter(isUnagreed)) expect(fates.get(step.key) ?? 'keep').toBe('keep');
      }),
    );
  });
});

describe('what earlier meetings have left open', () => {
  const meetingOf = (meetingId: string, startsAt: string, ...steps: ReturnType<typeof stepOf>[]) => ({
    meetingId,
    startsAt: `${startsAt}T09:00:00.000Z`,
    steps,
  });
  const first = meetingOf('first', '2026-01-10', stepOf('a', 'Mäta'), stepOf('b', 'Agreed', true), stepOf('c', ' '));
  const second = meetingOf('second', '2026-02-10', stepOf('d', 'Byta'));
  const whats = (...args: Parameters<typeof keptSteps>) =>
    keptSteps(...args).map(({ from, step }) => `${from}: ${step.what}`);

  test('is what was written and not agreed there, the oldest first', () => {
    const third = meetingOf('third', '2026-03-10');
    expect(whats([third, second, first], third)).toEqual(['first: Mäta', 'second: Byta']);
    expect(whats([third, second, first], second)).toEqual(['first: Mäta']);
    expect(whats([third, second, first], first)).toEqual([]);
  });

  test('is not what has been taken up since, agreed or not', () => {
    const third = meetingOf('third', '2026-03-10', stepOf('e', 'mäta ', true));
    const fourth = meetingOf('fourth', '2026-04-10');
    expect(whats([fourth, third, second, first], third)).toEqual(['second: Byta']);
    expect(whats([fourth, third, second, first], fourth)).toEqual(['second: Byta']);
    const again = meetingOf('third', '2026-03-10', stepOf('e', 'Mäta'));
    expect(whats([fourth, again, first], fourth)).toEqual(['third: Mäta']);
  });
});

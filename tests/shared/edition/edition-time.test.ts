import { describe, expect, it } from 'vitest';
import { answerByOf, canBeJoined, editionTimeOf, lacksFirms } from '#shared/domain/edition/edition-time.ts';
import { similarPackages } from '#shared/domain/edition/similar-packages.ts';

const today = '2026-11-26';
const edition = {
  status: 'open',
  applyBy: '2026-12-20',
  startsOn: '2027-01-11',
  places: 6,
  minimumGroup: 4,
  invited: 2,
  placed: 3,
} as const;

describe('where an edition is in time', () => {
  it('goes by its first day, until it has ended', () => {
    expect(editionTimeOf(edition, today)).toBe('upcoming');
    expect(editionTimeOf({ ...edition, startsOn: today }, today)).toBe('running');
    expect(editionTimeOf({ ...edition, status: 'completed' }, today)).toBe('past');
    expect(editionTimeOf({ ...edition, status: 'cancelled' }, today)).toBe('past');
  });
});

describe('an edition', () => {
  it('can be joined as long as there is time and a place', () => {
    expect(canBeJoined(edition, today)).toBe(true);
    expect(canBeJoined(edition, edition.applyBy)).toBe(true);
    expect(canBeJoined(edition, '2026-12-21')).toBe(false);
    expect(canBeJoined({ ...edition, invited: 3 }, today)).toBe(false);
    expect(canBeJoined({ ...edition, status: 'planned' }, today)).toBe(false);
  });

  // Three have said yes where four are wanted.
  it('lacks firms when too few have said yes, as long as there is time, also while it is only planned', () => {
    expect(lacksFirms(edition, today)).toBe(true);
    expect(lacksFirms({ ...edition, status: 'planned' }, today)).toBe(true);
    expect(lacksFirms({ ...edition, status: 'confirmed' }, today)).toBe(true);
    expect(lacksFirms(edition, edition.applyBy)).toBe(true);
    expect(lacksFirms({ ...edition, applyBy: '2026-11-25' }, today)).toBe(false);
    expect(lacksFirms({ ...edition, placed: 4 }, today)).toBe(false);
    expect(lacksFirms({ ...edition, status: 'cancelled' }, today)).toBe(false);
  });
});

describe('until when a firm should answer', () => {
  // Ten days after 26 November is 6 December; two days after it the 28th.
  it('is ten days, or the last day to apply, and never less than two days', () => {
    expect(answerByOf({ applyBy: '2026-12-20' }, today)).toBe('2026-12-06');
    expect(answerByOf({ applyBy: '2026-12-02' }, today)).toBe('2026-12-02');
    expect(answerByOf({ applyBy: '2026-11-27' }, today)).toBe('2026-11-28');
  });
});

describe('packages that could be joined instead', () => {
  const offer = (code: string, dimension: string, bands: string[], more: object = {}) => ({
    code,
    stance: 'receive' as const,
    dimensions: [{ code: dimension, bands }],
    complements: [],
    ...more,
  });
  const packages = [
    offer('plan', 'D3', ['low']),
    offer('lead', 'D3', ['low', 'mid']),
    offer('further', 'D3', ['high']),
    offer('other', 'D4', ['low']),
    offer('give', 'D3', ['low'], { stance: 'give' }),
    offer('beside', 'D3', ['low'], { complements: ['plan'] }),
  ] as unknown as Parameters<typeof similarPackages>[0];

  it('are the package itself and those for the same need of the same kind of firm', () => {
    expect(similarPackages(packages, 'plan').map(({ code }) => code)).toEqual(['plan', 'lead']);
    expect(similarPackages(packages, 'lead').map(({ code }) => code)).toEqual(['plan', 'lead', 'beside']);
    expect(similarPackages(packages, 'nothing')).toEqual([]);
  });
});

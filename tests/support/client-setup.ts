import { afterEach, beforeEach, expect, vi } from 'vitest';

const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

beforeEach(() => {
  for (const complaint of complaints) complaint.mockClear();
});

/** What React and the browser complain about is a fault, even where the screen looks right. */
afterEach(() => {
  for (const complaint of complaints) expect(complaint.mock.calls).toEqual([]);
});

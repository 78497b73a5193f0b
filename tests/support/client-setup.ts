import { configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

// A part that is fetched when it is first wanted may take a busy machine longer than the second that is waited by default.
configure({ asyncUtilTimeout: 5_000 });

// The browser of these tests knows the element of a dialog, but not how to open it. Some files are tested without one.
if ('HTMLDialogElement' in globalThis) {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}

// Nor does it lay anything out: nothing is wider than its frame, and there is nowhere to scroll to.
if ('Element' in globalThis) {
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

beforeEach(() => {
  for (const complaint of complaints) complaint.mockClear();
});

/** What React and the browser complain about is a fault, even where the screen looks right. */
afterEach(() => {
  for (const complaint of complaints) expect(complaint.mock.calls).toEqual([]);
});

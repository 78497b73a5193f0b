import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leadToEndOfVisit } from '#client/src/app/visit-over.ts';
import {
  beginVisit,
  readVisit,
  secondsLeft,
  stayInVisit,
  touchVisit,
  watchVisit,
} from '#client/src/features/kiosk/visit.ts';
import { kiosk, minuteMs } from './kiosk-fixture.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});

/** The time goes on without a single timer being run, as on a tablet that sleeps or has no tab open. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);
const leftNow = () => {
  const visit = readVisit();
  return visit === undefined ? 'none' : secondsLeft(visit, Date.now());
};

describe('the time of a visit', () => {
  test.each([
    [0, undefined],
    [10 * minuteMs - 1, undefined],
    [10 * minuteMs, 60],
    [10 * minuteMs + 59_001, 1],
    [11 * minuteMs, 0],
    [24 * 60 * minuteMs, 0],
  ])('untouched for %i ms it has so many seconds left: %s', (untouched, left) => {
    expect(secondsLeft({ touchedAt: 1_000_000 }, 1_000_000 + untouched)).toBe(left);
  });

  test('belongs to the browser, and outlasts the tab', () => {
    beginVisit(kiosk);
    sessionStorage.clear();
    expect(readVisit()).toMatchObject(kiosk);
  });

  test('begins anew with a touch, until seconds are counted: then only by saying so', () => {
    beginVisit(kiosk);
    sleep(9 * minuteMs);
    touchVisit();
    sleep(9 * minuteMs);
    expect(leftNow()).toBeUndefined();

    sleep(minuteMs);
    touchVisit();
    expect(leftNow()).toBe(60);
    stayInVisit();
    expect(leftNow()).toBeUndefined();
  });

  test('does not begin anew once it is over, by nothing', () => {
    beginVisit(kiosk);
    sleep(11 * minuteMs);
    touchVisit();
    stayInVisit();
    expect(leftNow()).toBe(0);
  });

  test('is not made by a touch where none has begun', () => {
    touchVisit();
    stayInVisit();
    expect(leftNow()).toBe('none');
  });

  test('follows a clock that is set back', () => {
    beginVisit(kiosk);
    sleep(-60 * minuteMs);
    const stop = watchVisit(() => undefined);
    sleep(11 * minuteMs);
    expect(leftNow()).toBe(0);
    stop();
  });
});

describe('whoever watches a visit', () => {
  test('hears of every second, and of a touch on the page', () => {
    beginVisit(kiosk);
    const tell = vi.fn();
    const stop = watchVisit(tell);
    vi.advanceTimersByTime(3000);
    expect(tell).toHaveBeenCalledTimes(3);
    sleep(5 * minuteMs);
    window.dispatchEvent(new Event('pointerdown'));
    expect(readVisit()?.touchedAt).toBe(Date.now());
    stop();
    vi.advanceTimersByTime(3000);
    expect(tell).toHaveBeenCalledTimes(4);
  });

  test.each([
    ['the window is back', () => window.dispatchEvent(new Event('focus'))],
    ['the page is shown again', () => window.dispatchEvent(new Event('pageshow'))],
    ['the tab is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['another tab has written', () => window.dispatchEvent(new Event('storage'))],
  ])('hears at once when %s', (_, happen) => {
    beginVisit(kiosk);
    const tell = vi.fn();
    const stop = watchVisit(tell);
    happen();
    expect(tell).toHaveBeenCalledTimes(1);
    stop();
  });

  test('hears of one that another tab begins', () => {
    const tell = vi.fn();
    const stop = watchVisit(tell);
    vi.advanceTimersByTime(5000);
    expect(tell).not.toHaveBeenCalled();
    beginVisit(kiosk);
    tell.mockClear();
    vi.advanceTimersByTime(2000);
    expect(tell).toHaveBeenCalledTimes(2);
    stop();
  });
});

describe('the start of the program', () => {
  const openAt = (address: string) => {
    window.history.replaceState(null, '', address);
    leadToEndOfVisit();
    return window.location.pathname + window.location.search;
  };

  test('leads to the end of a visit whose tab was closed, once its time is over, whatever is opened', () => {
    beginVisit(kiosk);
    sleep(10 * minuteMs);
    expect(openAt('/answer/somebody/items/3')).toBe('/answer/somebody/items/3');
    sleep(minuteMs);
    expect(openAt('/answer/somebody/items/3')).toBe('/kiosk/end?now');
    expect(openAt('/')).toBe('/kiosk/end?now');
    expect(openAt('/kiosk?form=snabbkoll&in=sv')).toBe('/kiosk/end?now');
  });

  test('leads nowhere where there is no visit', () => {
    expect(openAt('/packages')).toBe('/packages');
  });
});

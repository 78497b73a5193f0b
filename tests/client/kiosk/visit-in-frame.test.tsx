import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as clearing from '#client/src/features/kiosk/clear-device.ts';
import { beginVisit } from '#client/src/features/kiosk/visit.ts';
import { accountOf } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openFrame } from '../app/open-frame.tsx';
import { kiosk, minuteMs } from './kiosk-fixture.ts';

vi.mock('#client/src/features/kiosk/clear-device.ts', async (original) => ({
  ...(await original<typeof clearing>()),
  leaveToo: vi.fn(),
}));
vi.mock('#client/src/app/routes/end-visit-route.tsx', () => ({}));

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(clearing.leaveToo).mockClear();
  localStorage.clear();
});

/** Tells at which address it is seen. */
function Answers({ onShow }: { onShow: (address: string) => void }) {
  const { pathname } = useLocation();
  useEffect(() => onShow(pathname), [onShow, pathname]);
  return <h1>En sida</h1>;
}

const nobody = () => new FakeAccountSite(accountOf(), { isSignedIn: false });
async function open(element = <h1>En sida</h1>) {
  const opened = await openFrame(nobody(), undefined, element);
  // What the page listens to is set up after it shows.
  await act(async () => undefined);
  return opened;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const page = () => screen.queryByRole('heading', { name: 'En sida' });
const question = () => screen.queryByRole('heading', { name: 'Är ni kvar?' });
/** The time goes on, no timer runs, and the device is opened again. */
function wakeAfter(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

test('no page has a strip where nobody is visiting', async () => {
  await open();
  expect(screen.queryByText(/lånat/)).toBeNull();
});

test('a device untouched for ten minutes asks, and goes on when somebody says that they are there', async () => {
  beginVisit(kiosk);
  const { where } = await open();
  await pass(10 * minuteMs + 1000);
  await waitFor(() => expect(question()).not.toBeNull());
  fireEvent.pointerDown(document.body);
  expect(question()).not.toBeNull();

  fireEvent.click(screen.getByRole('button', { name: 'Vi är kvar' }));

  expect(question()).toBeNull();
  await pass(9 * minuteMs);
  expect(question()).toBeNull();
  expect(where()).toBe('/packages?area=D1');
});

test('a minute after it has asked it leads to the end', async () => {
  beginVisit(kiosk);
  const { where } = await open();
  await pass(11 * minuteMs + 1000);
  await waitFor(() => expect(where()).toBe('/kiosk/end?now'));
});

test('a device that slept past its time shows nothing as it wakes, and leads to the end', async () => {
  beginVisit(kiosk);
  const { where } = await open();
  expect(page()).not.toBeNull();
  wakeAfter(60 * minuteMs);
  expect(question()).toBeNull();
  await waitFor(() => expect(where()).toBe('/kiosk/end?now'));
});

test('nobody gets back from the end of a visit that nobody has ended: not by a touch, not by the way back', async () => {
  beginVisit(kiosk);
  const show = vi.fn();
  const { where, router } = await open(<Answers onShow={show} />);
  expect(show).toHaveBeenCalled();
  show.mockClear();
  wakeAfter(60 * minuteMs);
  await waitFor(() => expect(where()).toBe('/kiosk/end?now'));
  fireEvent.pointerDown(document.body);
  const been: string[] = [];
  const stop = router.subscribe(({ location }) => void been.push(location.pathname));

  await act(() => router.navigate('/advisor'));

  await waitFor(() => expect(where()).toBe('/kiosk/end?now'));
  expect(been).toContain('/advisor');
  expect(show.mock.calls.filter(([address]) => address !== '/kiosk/end')).toEqual([]);
  stop();
  await pass(30 * minuteMs);
  expect(where()).toBe('/kiosk/end?now');
});

test('a tab whose visit another tab has cleared away is left', async () => {
  beginVisit(kiosk);
  await open();
  localStorage.clear();
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
  await waitFor(() => expect(clearing.leaveToo).toHaveBeenCalledWith('/kiosk?form=snabbkoll&in=sv'));
});

test('a tab that never knew of the visit is left as well when the device is cleared', async () => {
  await open();
  const other = new BroadcastChannel('device-cleared');
  other.postMessage('cleared');
  await waitFor(() => expect(clearing.leaveToo).toHaveBeenCalledWith('/'));
  other.close();
});

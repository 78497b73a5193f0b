import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EndVisitPage, type EndVisitPageProps } from '#client/src/features/kiosk/end-visit-page.tsx';
import { NetworkError } from '#client/src/lib/http/errors.ts';
import { createResumeLink } from '#shared/contracts/responses.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { submittedResponse } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';
import { minuteMs, speakOfKiosks } from './kiosk-fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
  speakOfKiosks();
});
afterEach(() => void vi.useRealTimers());

const moment = () => act(() => vi.advanceTimersByTimeAsync(0));
/** Second by second: what one makes the page do may begin in the next. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1000) await act(() => vi.advanceTimersByTimeAsync(1000));
}
const clear = () => screen.getByRole('button', { name: 'Avsluta och rensa plattan' });

function open(changes: Partial<EndVisitPageProps> = {}) {
  const sendWaiting = vi.fn(async () => ({ unsent: 0, shut: 0 }));
  const endVisit = vi.fn(async (_: boolean) => undefined);
  const hrefs = { claim: () => '/claim', goOn: '/overview' };
  const retry = vi.fn();
  const asked = { response: null, isUnreached: false, isShut: false, isNow: true, isFinished: false };
  const props = { ...asked, retry, hrefs, sendWaiting, endVisit, ...changes };
  show(<EndVisitPage {...props} />);
  return { sendWaiting, endVisit, retry };
}

describe('a visit that ends by itself', () => {
  test('sends, clears once, and tries no more', async () => {
    const { sendWaiting, endVisit } = open();
    await pass(5 * minuteMs);
    expect(sendWaiting).toHaveBeenCalledTimes(1);
    expect(endVisit).toHaveBeenCalledTimes(1);
  });

  test('goes on trying for as long as the server is away, ever more seldom, and is cleared when it is back', async () => {
    let isAway = true;
    const endVisit = vi.fn(async () => {
      if (isAway) throw new NetworkError('no reply');
    });
    open({ endVisit });
    await pass(minuteMs);
    const inFirst = endVisit.mock.calls.length;
    expect(screen.getByText('Plattan är inte rensad än')).toBeDefined();
    await pass(14 * minuteMs);
    const inAll = endVisit.mock.calls.length;
    expect(inFirst).toBeGreaterThanOrEqual(5);
    expect(inAll).toBeGreaterThanOrEqual(25);
    expect(inAll).toBeLessThan(45);

    isAway = false;
    await pass(32_000);
    expect(endVisit).toHaveBeenCalledTimes(inAll + 1);
    await pass(5 * minuteMs);
    expect(endVisit).toHaveBeenCalledTimes(inAll + 1);
  });

  test.each(['online', 'focus', 'pageshow'])('tries at once at %s', async (event) => {
    const endVisit = vi.fn(async () => {
      throw new NetworkError('no reply');
    });
    open({ endVisit });
    await pass(10 * minuteMs);
    const before = endVisit.mock.calls.length;
    act(() => void window.dispatchEvent(new Event(event)));
    await moment();
    expect(endVisit).toHaveBeenCalledTimes(before + 1);
  });

  test('leads nobody back to the answers, whatever fails', async () => {
    open({
      endVisit: async () => {
        throw new NetworkError('no reply');
      },
    });
    await pass(15 * minuteMs);
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  test('says what is not sent, clears none of it unasked, and is cleared when somebody says so', async () => {
    const { endVisit } = open({ sendWaiting: async () => ({ unsent: 2, shut: 0 }) });
    await pass(15 * minuteMs);
    expect(screen.getByText('2 svar är inte skickade')).toBeDefined();
    expect(endVisit).not.toHaveBeenCalled();

    fireEvent.click(screen.getByRole('button', { name: 'Rensa plattan ändå' }));
    await moment();
    expect(endVisit.mock.calls).toEqual([[true]]);
  });

  test('that the firm has finished says so, and when it is cleared', async () => {
    const { endVisit } = open({ isFinished: true });
    expect(screen.getByText(/^Ni har avslutat[.] Plattan rensas så snart/)).toBeDefined();
    await moment();
    expect(endVisit.mock.calls).toEqual([[false]]);
  });
});

describe('a visit that the firm ends', () => {
  test('does nothing by itself, and can be gone on with', async () => {
    const { sendWaiting } = open({ isNow: false });
    await pass(5 * minuteMs);
    expect(sendWaiting).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: 'Fortsätt svara' })).toBeDefined();
  });

  test('is tried once for each press', async () => {
    const { endVisit } = open({ isNow: false, sendWaiting: async () => ({ unsent: 1, shut: 1 }) });
    fireEvent.click(clear());
    await pass(5 * minuteMs);
    expect(screen.getByText('1 svar är inte skickat')).toBeDefined();
    expect(screen.getByText(/Att vänta hjälper inte/)).toBeDefined();
    expect(endVisit).not.toHaveBeenCalled();
  });

  test('asks first where the answers have not been taken along, since nobody opens them again', async () => {
    const { sendWaiting, endVisit } = open({ isNow: false, response: { ...submittedResponse, status: 'open' } });
    fireEvent.click(clear());
    await moment();
    expect(screen.getByRole('heading', { name: 'Avsluta utan att ta med svaren?' })).toBeDefined();
    expect(sendWaiting).not.toHaveBeenCalled();

    fireEvent.click(screen.getByRole('button', { name: 'Avsluta utan dem' }));
    await moment();
    expect(endVisit).toHaveBeenCalledTimes(1);
  });

  test('asks nothing where they have been, or belong to an account; the focus goes to the link', async () => {
    new FakeEndpoints([
      answering(createResumeLink, () => ({
        url: 'http://localhost/resume#key=k',
        expiresAt: '2027-02-03T14:32:00.000Z',
      })),
    ]);
    const taken = open({ isNow: false, response: { ...submittedResponse, status: 'open' } });
    fireEvent.click(screen.getByRole('button', { name: 'Visa en kod för telefonen' }));
    await moment();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Hemlig länk' }));
    fireEvent.click(clear());
    await moment();
    expect(taken.endVisit).toHaveBeenCalledTimes(1);
    cleanup();

    const claimed = open({ isNow: false, response: { ...submittedResponse, isClaimed: true } });
    fireEvent.click(clear());
    await moment();
    expect(claimed.endVisit).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  test('with nothing answered offers nothing to take along', () => {
    open({ isNow: false });
    expect(screen.getByText(/Det finns inga svar här att ta med/)).toBeDefined();
    expect(screen.queryByText(/Ta med er svaren först/)).toBeNull();
  });

  test('says nothing of being clean where what opens no more waits to be sent', () => {
    open({ isNow: false, isShut: true });
    expect(screen.getByText(/Det ni har svarat öppnas inte längre på den här plattan/)).toBeDefined();
    expect(screen.queryByText(/Det finns inga svar här/)).toBeNull();
  });

  test('says so when the answers cannot be reached, and asks for them again', () => {
    const { retry } = open({ isNow: false, isUnreached: true });
    expect(screen.getByText('Svaren går inte att nå just nu')).toBeDefined();
    expect(screen.getByText(/Det ni har svarat går inte att hämta just nu/)).toBeDefined();
    expect(screen.queryByText(/Ta med er svaren först/)).toBeNull();
    expect(screen.queryByText(/Det finns inga svar här/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

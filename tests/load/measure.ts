import { readFileSync } from 'node:fs';

/** Middle of the numbers; of an even count the lower of the two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

export function describeRounds(numbers: readonly number[], digits = 2): string {
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  return `${median(numbers).toFixed(digits)} (${lowest.toFixed(digits)}–${highest.toFixed(digits)})`;
}

/** Nineteen of twenty took no longer. */
export function p95(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

/** Resident memory of the process, in MB. Linux only; elsewhere nothing is measured. */
export function residentMb(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1000;
  } catch {
    return Number.NaN;
  }
}

const sampleMs = 25;

/** Looks at the memory of the process until the answer is called, which gives the most that was seen. */
export function watchPeak(pid: number | undefined): () => number {
  let peakMb = residentMb(pid);
  const sampler = setInterval(() => {
    const seenMb = residentMb(pid);
    // Of a process that was killed meanwhile nothing is read any more.
    if (seenMb > peakMb) peakMb = seenMb;
  }, sampleMs);
  return () => {
    clearInterval(sampler);
    return peakMb;
  };
}

const ticksPerSecond = 100;

/** Processor time a process has used so far, from the kernel's own count. Linux only. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** Runs the work again and again from several places at once; gives how many times a second it was done. */
export async function perSecond(places: number, ms: number, work: (place: number) => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: places }, async (_none, place) => {
      while (performance.now() - startedMs < ms) {
        await work(place);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - startedMs);
}

/** Sleeps that a ring or the end cuts short. A ring while nobody sleeps cuts the next one. */
export function createPause(): { wake(): void; pause(ms: number): Promise<void> } {
  let isRung = false;
  let rouse = (): void => undefined;
  const wake = () => {
    isRung = true;
    rouse();
  };
  const pause = async (ms: number) => {
    if (!isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    isRung = false;
  };
  return { wake, pause };
}

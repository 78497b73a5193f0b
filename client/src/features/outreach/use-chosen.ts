import { useState } from 'react';

const mostAtOnce = 100;

/** Which of the rows are ticked, a hundred at most. */
export function useChosen() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, id].slice(0, mostAtOnce) : before.filter((each) => each !== id)));
  return { chosen, choose, chooseAll: (ids: readonly string[]) => setChosen(ids.slice(0, mostAtOnce)) };
}

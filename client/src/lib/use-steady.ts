import { useState } from 'react';
import { isSameJson } from '#shared/domain/canonical-json.ts';

/** The value as it was first given, as long as it says the same: what is made anew each time is then not drawn anew. */
export function useSteady<Value>(value: Value): Value {
  const [steady, setSteady] = useState(value);
  if (isSameJson(steady, value)) return steady;
  setSteady(value);
  return value;
}

import { useLocation } from 'react-router';

/** Attributes of what can be linked to, marked when the address names it. The page comes later than `:target` looks. */
export function useTarget() {
  const { hash } = useLocation();
  return (id: string) => ({ id, 'data-target': hash === `#${id}` || undefined });
}

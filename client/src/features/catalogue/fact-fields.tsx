import type { RoutingFact } from '#shared/domain/routing/routing-condition.ts';
import { AreaFact, GapFact, ItemFact, SeveralFact } from './answer-facts.tsx';
import type { FactProps } from './fact.ts';
import { FlagFact, KindFact, NumberFact } from './profile-facts.tsx';

/** The fields of one fact about the firm. */
export function FactFields({ name, fact, onChange }: FactProps<RoutingFact>) {
  if ('item' in fact) return <ItemFact name={name} fact={fact} onChange={onChange} />;
  if ('number' in fact) return <NumberFact name={name} fact={fact} onChange={onChange} />;
  if ('flag' in fact) return <FlagFact name={name} fact={fact} onChange={onChange} />;
  if ('gap' in fact) return <GapFact name={name} fact={fact} onChange={onChange} />;
  if ('meanOf' in fact || 'everyOf' in fact) return <SeveralFact name={name} fact={fact} onChange={onChange} />;
  if ('sizeClass' in fact || 'branch' in fact || 'chainRole' in fact) {
    return <KindFact name={name} fact={fact} onChange={onChange} />;
  }
  if ('sharedNeedWithoutCohort' in fact) return null;
  return <AreaFact name={name} fact={fact} onChange={onChange} />;
}

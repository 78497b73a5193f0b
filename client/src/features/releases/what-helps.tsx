import { Trans } from '@lingui/react/macro';
import type { Help } from '#shared/domain/effect/what-helps.ts';
import { useReleaseWords } from './use-release-words.ts';

function HelpWords({ help }: { help: Help }) {
  const words = useReleaseWords();
  switch (help.kind) {
    case 'fewer-divisions':
      return <Trans>Fewer divisions, for example by county alone.</Trans>;
    case 'other-measures':
      return <Trans>Other areas or figures than those told there.</Trans>;
    case 'other-period':
      return <Trans>A period that shares no month with it. If there is none yet, wait until one has ended.</Trans>;
    case 'other-firms':
      return <Trans>Another choice of firms.</Trans>;
    case 'same-firms': {
      const firms = words.population(help.population).toLowerCase();
      return <Trans>The same choice of firms as there: {firms}.</Trans>;
    }
  }
}

/** What makes it likelier that it can be published. */
export function WhatHelps({ help }: { help: readonly Help[] }) {
  return (
    <>
      <p>
        <Trans>This can help:</Trans>
      </p>
      <ul>
        {help.map((each) => (
          <li key={each.kind}>
            <HelpWords help={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

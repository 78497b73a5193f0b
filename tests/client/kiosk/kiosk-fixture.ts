import { i18n } from '@lingui/core';
import { messages } from '#client/src/features/kiosk/locales/sv.po';
import { speak } from '../ui/show.tsx';

export const minuteMs = 60_000;

export const kiosk = { formCode: 'snabbkoll', language: 'sv' } as const;

export function speakOfKiosks(): void {
  speak('sv');
  i18n.load('sv', messages);
}

import {
  type AchievementDocument,
  getAchievement,
  getAchievementReport,
  getAchievementTable,
  getAchievementWorkbook,
} from '#shared/contracts/achievement.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';

export function fetchAchievement(organisationId: string): Promise<AchievementDocument> {
  return callEndpoint(getAchievement, { params: { organisationId } });
}

export const achievementFiles = {
  report: (organisationId: string, period: string, language: Language) =>
    endpointAddress(getAchievementReport, { organisationId }, { period, language }),
  workbook: (organisationId: string, language: Language) =>
    endpointAddress(getAchievementWorkbook, { organisationId }, { language }),
  table: (organisationId: string, language: Language) =>
    endpointAddress(getAchievementTable, { organisationId }, { language }),
};

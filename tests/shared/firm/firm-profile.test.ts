import { expect, test } from 'vitest';
import { type FirmProfile, firmProfileSchema, settleFirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { everythingSaid, workshop } from '../../support/small-instrument.ts';

const complete: FirmProfile = { ...workshop, ...everythingSaid };

test('reads a profile with everything said', () => {
  expect(firmProfileSchema.safeParse(complete).data).toEqual(complete);
});

test('asks for nothing but the first four', () => {
  expect(firmProfileSchema.safeParse(workshop).data).toEqual(workshop);
});

test.each<[keyof FirmProfile, unknown, unknown]>([
  ['workplaces', 1, 0],
  ['workplaces', 1000, 1001],
  ['workplaces', 3, 2.5],
  ['employees', 1, 0],
  ['employees', 100_000, 100_001],
  ['womenManagementPercent', 0, -0.1],
  ['womenManagementPercent', 100, 100.1],
  ['womenProductionPercent', 0, -1],
  ['womenProductionPercent', 100, 101],
  ['threeLargestCustomersPercent', 100, 100.5],
  ['exportPercent', 0, -1],
  ['exportPercent', 100, 101],
  ['branchDetail', 'x'.repeat(120), 'x'.repeat(121)],
  ['branchDetail', 'Svets', ' \t'],
  ['branchDetail', 'Svets', 'Sv\u0000ets'],
  ['energyCostShare', 'up-to-2', '0-2'],
  ['energyCostShare', 'over-10', 'unknown'],
  ['isPartOfGroup', true, 'yes'],
  ['parentOrganisationNumber', '5560360793', '5560360794'],
  ['parentOrganisationNumber', '5560360793', '556036-0793'],
  ['parentOrganisationNumber', '5560360793', '8001010009'],
  ['certifications', ['none'], ['none', 'other']],
  ['clusterMemberships', ['fpx', 'compare'], ['fpx', 'none']],
  ['collaborationPartners', ['large-firm'], ['other']],
  ['supportTaken', ['test-bed', 'other'], []],
])('%s may be %j and not %j', (field, accepted, refused) => {
  const read = (value: unknown) => firmProfileSchema.safeParse({ ...workshop, [field]: value });

  expect(read(accepted).success).toBe(true);
  expect(read(refused).error?.issues[0]?.path[0]).toBe(field);
});

test('keeps a text without the spaces around it, which do not count', () => {
  const typed = ` ${'x'.repeat(120)} `;

  expect(firmProfileSchema.safeParse({ ...workshop, branchDetail: typed }).data?.branchDetail).toBe('x'.repeat(120));
});

test('which group it is falls away when there is no group', () => {
  const group = { headquartersOutsideRegion: true, parentOrganisationNumber: '5560360793' };
  const profile = { ...workshop, isPartOfGroup: false, ...group };

  expect(settleFirmProfile(profile)).toEqual({ ...workshop, isPartOfGroup: false });
});

test.each([
  ['the firm is part of a group', { isPartOfGroup: true }],
  ['nobody has said whether it is', {}],
])('where the group is led from stays when %s', (_, said) => {
  const profile = { ...workshop, ...said, headquartersOutsideRegion: true };

  expect(settleFirmProfile(profile)).toEqual(profile);
});

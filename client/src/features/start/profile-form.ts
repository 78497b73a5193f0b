import {
  certifications,
  clusterMemberships,
  collaborationPartners,
  supportForms,
} from '#shared/domain/firm/firm-choices.ts';

export const requiredFields = ['municipality', 'branch', 'sizeClass', 'chainRole'] as const;
const textFields = [
  'firmName',
  'organisationNumber',
  'parentOrganisationNumber',
  'branchDetail',
  'energyCostShare',
] as const;
export const countFields = ['workplaces', 'employees'] as const;
export const percentFields = [
  'womenPercent',
  'womenManagementPercent',
  'womenProductionPercent',
  'largestCustomerPercent',
  'threeLargestCustomersPercent',
  'exportPercent',
] as const;
export const yesNoFields = [
  'isPartOfGroup',
  'headquartersOutsideRegion',
  'ownershipChangePlanned',
  'hasUsedTestBed',
] as const;
/** Fields of which several answers may be true, with their codes in the order of the page. */
export const choiceSets = { certifications, clusterMemberships, collaborationPartners, supportTaken: supportForms };

type RequiredField = (typeof requiredFields)[number];
type TextField = (typeof textFields)[number];
export type CountField = (typeof countFields)[number];
export type PercentField = (typeof percentFields)[number];
export type YesNoField = (typeof yesNoFields)[number];
export type ChoiceField = keyof typeof choiceSets;
export type ChoiceOf<Field extends ChoiceField> = (typeof choiceSets)[Field][number];

/** The form as it is typed and ticked, empty where nothing was said. */
export type ProfileForm = Record<RequiredField | TextField | CountField | PercentField, string> &
  Record<YesNoField, '' | 'yes' | 'no'> & { [Field in ChoiceField]: ChoiceOf<Field>[] };
export type ProfileField = keyof ProfileForm;

/** Fields in the order of the page. */
export const emptyProfileForm: ProfileForm = {
  municipality: '',
  branch: '',
  sizeClass: '',
  chainRole: '',
  firmName: '',
  organisationNumber: '',
  branchDetail: '',
  workplaces: '',
  isPartOfGroup: '',
  headquartersOutsideRegion: '',
  parentOrganisationNumber: '',
  ownershipChangePlanned: '',
  certifications: [],
  energyCostShare: '',
  employees: '',
  womenPercent: '',
  womenManagementPercent: '',
  womenProductionPercent: '',
  largestCustomerPercent: '',
  threeLargestCustomersPercent: '',
  exportPercent: '',
  clusterMemberships: [],
  collaborationPartners: [],
  hasUsedTestBed: '',
  supportTaken: [],
};
export const profileFields = Object.keys(emptyProfileForm) as ProfileField[];

/** Which group it is, and where it is led from, is asked only of a firm that is part of one. */
export const isGroupAsked = ({ isPartOfGroup }: Pick<ProfileForm, 'isPartOfGroup'>): boolean => isPartOfGroup === 'yes';

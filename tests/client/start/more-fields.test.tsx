import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fetched, fillIn, openMore, openStart, send, sentBody } from './open-start.tsx';

const field = (label: RegExp) => screen.getByLabelText(label);
const group = (legend: RegExp) => within(screen.getByRole('group', { name: legend }));
const answer = (legend: RegExp, label: string) => userEvent.click(group(legend).getByRole('radio', { name: label }));
const tick = (legend: RegExp, label: string | RegExp) =>
  userEvent.click(group(legend).getByRole('checkbox', { name: label }));
const ticked = (legend: RegExp): string[] =>
  group(legend)
    .queryAllByRole('checkbox', { checked: true })
    .map((box) => box.closest('div')?.textContent ?? '');

async function openFilledIn(): Promise<void> {
  openStart();
  await fillIn();
  await openMore();
}

async function faultsAfterSending(): Promise<string[]> {
  await send();
  const summary = await screen.findByRole('alert');
  return within(summary)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
}

function describe(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent).join(' | ');
}

const notInClass = 'Antalet anställda stämmer inte med svaret på ”Hur många är ni?”. Ändra ett av dem.';
const belowLargest = 'De tre största kunderna kan inte tillsammans ha en mindre andel än den största ensam.';

test('sends everything that is said of the firm', async () => {
  await openFilledIn();
  await userEvent.type(field(/med egna ord/), ' Svarvade detaljer ');
  await userEvent.type(field(/Antal arbetsställen/), '2');
  await answer(/Ingår företaget/, 'Ja');
  await answer(/Leds koncernen/, 'Nej');
  await userEvent.type(field(/Koncernens organisationsnummer/), '556036-0793');
  await tick(/Vilka certifikat/, /ISO 3834/);
  await tick(/Vilka certifikat/, /ISO 9001/);
  await userEvent.selectOptions(field(/Energikostnadens/), 'Mer än 2, högst 5 procent');
  await userEvent.type(field(/Antal anställda/), '18');
  await userEvent.type(field(/kvinnor i ledningen/), '25');
  await userEvent.type(field(/kvinnor i produktionen/), '7,5');
  await userEvent.type(field(/Största kundens/), '62');
  await userEvent.type(field(/tre största kundernas/), '84');
  await userEvent.type(field(/Exportens/), '0');
  await tick(/Vilka kluster/, 'Triple Steelix');
  await tick(/samarbetat med/, 'En testbädd');
  await tick(/Vilket stöd/, 'Inget');

  await send();

  expect(await sentBody()).toMatchObject({
    profile: {
      branchDetail: 'Svarvade detaljer',
      workplaces: 2,
      isPartOfGroup: true,
      headquartersOutsideRegion: false,
      parentOrganisationNumber: '5560360793',
      certifications: ['quality', 'product-or-branch'],
      energyCostShare: '2-5',
      employees: 18,
      womenManagementPercent: 25,
      womenProductionPercent: 7.5,
      largestCustomerPercent: 62,
      threeLargestCustomersPercent: 84,
      exportPercent: 0,
      clusterMemberships: ['triple-steelix'],
      collaborationPartners: ['test-bed'],
      supportTaken: ['none'],
    },
  });
});

test('the parts have names to go to', async () => {
  await openFilledIn();

  const parts = screen.getAllByRole('region').map((part) => within(part).getByRole('heading').textContent);

  expect(parts).toEqual(['Företaget', 'Medarbetare', 'Kunder och marknader', 'Samarbete och stöd']);
});

test('says of the clusters that nobody has to be a member', async () => {
  await openFilledIn();

  expect(describe(screen.getByRole('group', { name: /Vilka kluster/ }))).toMatch(/aldrig ett villkor för stöd/);
});

test('nothing and something exclude each other', async () => {
  await openFilledIn();
  await tick(/Vilka certifikat/, /ISO 9001/);
  await tick(/Vilka certifikat/, /ISO 14001/);

  await tick(/Vilka certifikat/, 'Inget');
  const afterNone = ticked(/Vilka certifikat/);
  await tick(/Vilka certifikat/, 'Annat certifikat');

  expect(afterNone).toEqual(['Inget']);
  expect(ticked(/Vilka certifikat/)).toEqual(['Annat certifikat']);
});

test('leaves out a set of which everything was unticked again', async () => {
  await openFilledIn();
  await tick(/Vilka kluster/, 'Compare');
  await tick(/Vilka kluster/, 'Compare');

  await send();

  expect(await sentBody()).not.toHaveProperty('profile.clusterMemberships');
});

test('a choice is made with the keyboard alone', async () => {
  await openFilledIn();
  group(/Vilka kluster/)
    .getByRole('checkbox', { name: 'Paper Province' })
    .focus();

  await userEvent.tab();
  await userEvent.keyboard(' ');

  expect(ticked(/Vilka kluster/)).toEqual(['Compare']);
});

test('asks where the group is led from only when there is one, and keeps the answer while one hesitates', async () => {
  await openFilledIn();
  expect(screen.queryByRole('group', { name: /Leds koncernen/ })).toBeNull();
  await answer(/Ingår företaget/, 'Ja');
  await answer(/Leds koncernen/, 'Ja');

  await answer(/Ingår företaget/, 'Nej');
  expect(screen.queryByRole('group', { name: /Leds koncernen/ })).toBeNull();
  await answer(/Ingår företaget/, 'Ja');

  expect(group(/Leds koncernen/).getByRole('radio', { name: 'Ja', checked: true })).toBeDefined();
});

test('sends nothing of where a group is led from when the firm is part of none', async () => {
  await openFilledIn();
  await answer(/Ingår företaget/, 'Ja');
  await answer(/Leds koncernen/, 'Ja');
  await userEvent.type(field(/Koncernens organisationsnummer/), '1');
  await answer(/Ingår företaget/, 'Nej');

  await send();

  const body = await sentBody();
  expect(body).toHaveProperty('profile.isPartOfGroup', false);
  expect(body).not.toHaveProperty('profile.headquartersOutsideRegion');
  expect(body).not.toHaveProperty('profile.parentOrganisationNumber');
});

test('the number of the group is checked as the own one is, and says what it is for', async () => {
  await openFilledIn();
  await answer(/Ingår företaget/, 'Ja');
  const number = field(/Koncernens organisationsnummer/);
  expect(describe(number)).toMatch(/räknas en gång i regionernas siffror/);

  await userEvent.type(number, '556036-0794');

  expect(await faultsAfterSending()).toEqual([expect.stringMatching(/^Numret stämmer inte/)]);
});

test('employees that do not fit the size class are a fault, which another size class puts right', async () => {
  await openFilledIn();
  await userEvent.type(field(/Antal anställda/), '60');

  expect(await faultsAfterSending()).toEqual([notInClass]);
  expect(describe(field(/Antal anställda/))).toContain(notInClass);
  expect(fetched).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('radio', { name: '50–249 anställda' }));

  expect(screen.queryByText(notInClass)).toBeNull();
  expect(field(/Antal anställda/).getAttribute('aria-invalid')).toBeNull();
});

test('three customers with less than the largest are a fault, which the largest can put right', async () => {
  await openFilledIn();
  await userEvent.type(field(/Största kundens/), '62');
  await userEvent.type(field(/tre största kundernas/), '50');

  expect(await faultsAfterSending()).toEqual([belowLargest]);
  expect(fetched).not.toHaveBeenCalled();

  await userEvent.clear(field(/Största kundens/));
  await userEvent.type(field(/Största kundens/), '42');

  expect(screen.queryByText(belowLargest)).toBeNull();
});

test('says every fault at once, each by the name of its field and in the order of the page', async () => {
  openStart();
  await openMore();
  await userEvent.type(field(/med egna ord/), 'x'.repeat(121));
  await userEvent.type(field(/Antal arbetsställen/), '1001');
  await userEvent.type(field(/kvinnor i ledningen/), '-1');
  await userEvent.type(field(/kvinnor i produktionen/), 'hälften');
  await userEvent.type(field(/Största kundens/), '62');
  await userEvent.type(field(/tre största kundernas/), '50');
  await userEvent.type(field(/Exportens/), '100,5');
  await userEvent.click(screen.getByRole('radio', { name: '10–49 anställda' }));
  await userEvent.type(field(/Antal anställda/), '9');

  expect(await faultsAfterSending()).toEqual([
    'Välj kommun.',
    'Välj den bransch som ligger närmast.',
    'Välj vad ni främst gör.',
    'Beskriv vad ni tillverkar eller levererar med högst 120 tecken.',
    'Skriv antalet arbetsställen med siffror, 1 till 1000.',
    notInClass,
    'Andel kvinnor i ledningen: skriv en andel mellan 0 och 100 procent.',
    'Andel kvinnor i produktionen: skriv en andel mellan 0 och 100 procent.',
    belowLargest,
    'Exportens andel av omsättningen: skriv en andel mellan 0 och 100 procent.',
  ]);
});

test('keeps what was typed and ticked when there is a fault and when the sending fails', async () => {
  await openFilledIn();
  await tick(/Vilket stöd/, 'Mentor eller coachning');
  await userEvent.type(field(/med egna ord/), 'Svarvade detaljer');
  await userEvent.type(field(/Exportens/), '101');
  await faultsAfterSending();
  await userEvent.clear(field(/Exportens/));
  await userEvent.type(field(/Exportens/), '10');

  await send();

  await sentBody();
  expect((await screen.findByRole('alert')).textContent).toMatch(/Det gick inte att börja/);
  expect(ticked(/Vilket stöd/)).toEqual(['Mentor eller coachning']);
  expect(field(/med egna ord/)).toHaveProperty('value', 'Svarvade detaljer');
  expect(field(/Exportens/)).toHaveProperty('value', '10');
});

test('a reload keeps what was ticked and chosen, and shows it', async () => {
  await openFilledIn();
  await tick(/Vilka certifikat/, /ISO 9001/);
  await tick(/Vilka certifikat/, /ISO 50001/);
  await answer(/Ingår företaget/, 'Ja');
  await userEvent.selectOptions(field(/Energikostnadens/), 'Mer än 10 procent');
  cleanup();

  openStart();

  expect(ticked(/Vilka certifikat/)).toEqual(['Kvalitet (ISO 9001)', 'Energi (ISO 50001)']);
  expect(group(/Ingår företaget/).getByRole('radio', { name: 'Ja', checked: true })).toBeDefined();
  expect(field(/Energikostnadens/)).toHaveProperty('value', 'over-10');
  expect(field(/Energikostnadens/).closest('details')?.open).toBe(true);
});

test('opens a draft from before there were so many fields, and leaves out what is no choice any longer', async () => {
  const draft = { employees: '24', certifications: 'quality', supportTaken: ['voucher'], clusterMemberships: [7] };
  sessionStorage.setItem('mattstock.start', JSON.stringify(draft));
  openStart();
  await fillIn();

  await send();

  expect(await sentBody()).toEqual({
    formCode: 'snabbkoll',
    language: 'sv',
    profile: {
      municipality: '2184',
      branch: 'metal-products-and-machinery',
      sizeClass: '10-49',
      chainRole: 'subcontractor',
      employees: 24,
    },
  });
});

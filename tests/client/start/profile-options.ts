import type { FirmProfileOptions } from '#shared/contracts/site.ts';

const name = (sv: string, en: string) => ({ sv, en });

/** What a firm chooses from, a little of each. */
export const options: FirmProfileOptions = {
  counties: [
    { code: '17', name: name('Värmland', 'Värmland') },
    { code: '21', name: name('Gävleborg', 'Gävleborg') },
  ],
  municipalities: [
    { code: '1780', name: 'Karlstad', population: 30_000, county: '17', latitude: 60, longitude: 15 },
    { code: '1784', name: 'Arvika', population: 30_000, county: '17', latitude: 60, longitude: 15 },
    { code: '2184', name: 'Hudiksvall', population: 30_000, county: '21', latitude: 60, longitude: 15 },
  ],
  branches: [
    {
      code: 'metal-products-and-machinery',
      name: name('Metallvaror och maskiner', 'Metal products and machinery'),
      about: name('Bearbetning, svets, maskiner.', 'Machining, welding, machines.'),
      sni: ['25', '28'],
    },
  ],
  sizeClasses: [
    { code: '10-49', name: name('10–49 anställda', '10–49 employees') },
    { code: '50-249', name: name('50–249 anställda', '50–249 employees') },
  ],
  chainRoles: [
    { code: 'subcontractor', name: name('Legotillverkare', 'Subcontractor'), about: name('Åt andra.', 'For others.') },
  ],
};

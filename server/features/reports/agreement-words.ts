/** What is said of answers that several people of a firm have given, in both languages. */
export const agreementWords = {
  agreementTitle: { sv: 'Var ni ser olika', en: 'Where you see it differently' },
  agreementText: {
    sv: '{count} av er har svarat på frågor med nivåer. En skillnad är ett fynd: tala om varför.',
    en: '{count} of you have answered questions with levels. A difference is a finding: talk about why.',
  },
  tooFewTogether: {
    sv: 'Ingen fråga har besvarats av tre utöver den som leder, så hur ni skiljer er åt visas inte.',
    en: 'No question has been answered by three besides whoever leads, so nothing is told of how you differ.',
  },
  sidesText: {
    sv: 'Frågorna där kontor och verkstad skiljer sig mest, som ett samtal att börja med:',
    en: 'The questions on which office and shop floor differ most, as a conversation to begin with:',
  },
  spreadText: {
    sv: 'Frågorna där era svar ligger längst isär, som ett samtal att börja med:',
    en: 'The questions on which your answers lie furthest apart, as a conversation to begin with:',
  },
  sidesNotCompared: {
    sv: 'Kontor och verkstad ställs inte mot varandra: för få frågor har besvarats av tre från vardera sidan, utöver den som leder.',
    en: 'Office and shop floor are not set against each other: too few questions have been answered by three of each, besides whoever leads.',
  },
  sidesApart: {
    sv: '{question} Kontoret säger i snitt nivå {office} och verkstaden nivå {floor}.',
    en: '{question} On average the office says level {office} and the shop floor level {floor}.',
  },
  answersApart: {
    sv: '{question} Svaren går från nivå {lowest} till nivå {highest}.',
    en: '{question} The answers go from level {lowest} to level {highest}.',
  },
  sidesAlike: {
    sv: 'Kontor och verkstad ger samma bild på varje fråga som båda har svarat på.',
    en: 'Office and shop floor give the same picture on every question that both have answered.',
  },
  answersAlike: {
    sv: 'Ni ger samma svar på varje fråga som kan visas.',
    en: 'You give the same answer to every question that is told of.',
  },
  agreementByArea: { sv: 'Samstämmighet område för område', en: 'Agreement area by area' },
  inWords: { sv: 'I ord', en: 'In words' },
  agreement: { sv: 'Samstämmighet', en: 'Agreement' },
  questions: { sv: 'Frågor', en: 'Questions' },
  weak: { sv: 'Ni ser olika', en: 'You see it differently' },
  moderate: { sv: 'Ni ser delvis lika', en: 'You partly see it alike' },
  strong: { sv: 'Ni ser lika', en: 'You see it alike' },
  'very-strong': { sv: 'Ni ser mycket lika', en: 'You see it very much alike' },
  areasUntold: {
    sv: 'För få svar för att visas: {areas}.',
    en: 'Too few answers to be told of: {areas}.',
  },
  methodAgreement: {
    sv: 'Samstämmighet, 0–1, är r_wg (James, Demaree och Wolf 1984): hur långt isär svaren ligger jämfört med svar på måfå. Den visas för frågor som minst tre utöver den som leder har svarat på.',
    en: 'Agreement, 0–1, is r_wg (James, Demaree and Wolf 1984): how far apart answers lie compared with answers given by chance. It is told of questions that at least three have answered besides whoever leads.',
  },
  methodShareBetween: {
    sv: 'Av all skillnad i svaren ligger andelen {share} mellan frågorna och resten mellan er (ICC(1), Shrout och Fleiss 1979; antal frågor: {items}).',
    en: 'Of all difference in the answers the share {share} lies between questions and the rest between you (ICC(1), Shrout and Fleiss 1979; number of questions: {items}).',
  },
  methodMeanBetween: {
    sv: 'Medelvärdet av era svar skiljer frågorna åt så här säkert, av 1: {reliability} (ICC(1,k)).',
    en: 'How surely the mean of your answers tells questions apart, of 1: {reliability} (ICC(1,k)).',
  },
  tooFewBetween: {
    sv: 'Färre än fem frågor har tillräckligt många svar för att säga hur skillnaden delas mellan frågor och personer (ICC).',
    en: 'Fewer than five questions have enough answers for telling how the difference is divided between questions and people (ICC).',
  },
  noVariation: {
    sv: 'Alla svar är lika, så det finns ingen skillnad att dela mellan frågor och personer (ICC).',
    en: 'Every answer is the same, so there is no difference to divide between questions and people (ICC).',
  },
  answersOfSeveral: { sv: 'Svar från flera', en: 'Answers of several' },
  answerCount: { sv: 'Antal svar', en: 'Answers' },
  middleAnswer: { sv: 'Det mittersta', en: 'The middle one' },
  management: { sv: 'Ägare eller ledning, medel', en: 'Owner or management, mean' },
  office: { sv: 'Kontor och ekonomi, medel', en: 'Office and finance, mean' },
  production: { sv: 'Produktionsledning, medel', en: 'Production management, mean' },
  operator: { sv: 'Operatör eller lagledare, medel', en: 'Operator or team leader, mean' },
} as const;

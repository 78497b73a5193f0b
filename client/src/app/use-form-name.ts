import { useLocalised } from '../lib/use-language.ts';
import { useSite } from './site.ts';

/** What a form is called. */
export function useFormName(): (code: string) => string {
  const site = useSite();
  const localise = useLocalised();
  const nameOf = (code: string): string => {
    const form = site?.forms.find((each) => each.code === code);
    return form === undefined ? code : localise(form.name);
  };
  // A form may join several.
  return (code) => code.split('+').map(nameOf).join(', ');
}

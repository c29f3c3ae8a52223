import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { countryOfLead } from '../../lib/privacy/may-contact.ts';
import { type LetterLanguage, letterLanguages } from '../../lib/privacy/words.ts';
import { Field, Select } from '../ui/input.tsx';

const languageOf: Record<string, LetterLanguage> = { DE: 'de', AT: 'de', CH: 'de', CN: 'zh' };

/** The language that a letter to somebody begins with: that of their country where it is one of ours, else the user's own. */
export function usualLanguage(lead: Lead): LetterLanguage {
  const country = countryOfLead(lead, undefined);
  if (country) return languageOf[country] ?? 'en';
  return letterLanguages.find((language) => i18n.t('panel.locale').startsWith(language)) ?? 'en';
}

/** The language of a letter: that of whoever gets it. */
export function LanguageChoice({
  language,
  onChange,
}: {
  language: LetterLanguage;
  onChange: (language: LetterLanguage) => void;
}) {
  return (
    <Field label={i18n.t('privacy.language')}>
      {(props) => (
        <Select
          {...props}
          className="max-w-48"
          value={language}
          onChange={(event) => {
            const chosen = letterLanguages.find((one) => one === event.target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {letterLanguages.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`privacy.languages.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

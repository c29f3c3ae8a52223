import { i18n } from '#i18n';
import { type LetterLanguage, letterLanguages } from '../../lib/privacy/words.ts';
import { Field, Select } from '../ui/input.tsx';

/** The language that a letter begins with: the user's own where there is one. */
export const usualLanguage = (): LetterLanguage =>
  letterLanguages.find((language) => navigator.language.toLowerCase().startsWith(language)) ?? 'en';

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

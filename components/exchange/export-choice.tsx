import { i18n } from '#i18n';
import { type ExportChoice, languageSeparator } from '../hooks/use-export.ts';
import { Field, Select } from '../ui/input.tsx';

const separatorWords = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const;
const separatorSigns = { ';': ';', ',': ',', '\t': '⇥' } as const;
const separators = [';', ',', '\t'] as const;
const separatorWord = (separator: (typeof separators)[number]) =>
  i18n.t(`exchange.separatorOf.${separatorWords[separator]}`);
const encodingWords = { 'utf-8': 'utf8', 'utf-16le': 'utf16' } as const;

/** Format, and for CSV separator and encoding: chosen once, remembered. */
export function ExportChoiceFields({
  choice,
  onChange,
}: {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}) {
  return (
    <>
      <Field label={i18n.t('exchange.as')} {...(choice.format === 'xlsx' && { hint: i18n.t('exchange.excelHint') })}>
        {(props) => (
          <Select
            {...props}
            value={choice.format}
            onChange={(event) => onChange({ ...choice, format: event.target.value === 'csv' ? 'csv' : 'xlsx' })}
          >
            <option value="xlsx">{i18n.t('exchange.excel')}</option>
            <option value="csv">{i18n.t('exchange.csv')}</option>
          </Select>
        )}
      </Field>
      {choice.format === 'csv' && (
        <div className="grid grid-cols-2 gap-2">
          <Field label={i18n.t('exchange.separator')}>
            {(props) => (
              <Select
                {...props}
                value={choice.separator ?? ''}
                onChange={(event) =>
                  onChange({ ...choice, separator: separators.find((one) => one === event.target.value) ?? null })
                }
              >
                <option value="">{i18n.t('exchange.byLanguage', [separatorSigns[languageSeparator()]])}</option>
                {separators.map((separator) => (
                  <option key={separator} value={separator}>
                    {separatorWord(separator)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={i18n.t('exchange.encoding')}>
            {(props) => (
              <Select
                {...props}
                value={choice.encoding}
                onChange={(event) =>
                  onChange({ ...choice, encoding: event.target.value === 'utf-16le' ? 'utf-16le' : 'utf-8' })
                }
              >
                {(['utf-8', 'utf-16le'] as const).map((encoding) => (
                  <option key={encoding} value={encoding}>
                    {i18n.t(`exchange.encodingOf.${encodingWords[encoding]}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </>
  );
}

import { i18n } from '#i18n';
import type { Whose } from '../hooks/use-whose.ts';
import { Segments } from '../ui/segments.tsx';

/** Whose work is shown: one's own with what is nobody's, or everybody's. */
export function WhoseSwitch({ whose, setWhose }: { whose: Whose; setWhose: (whose: Whose) => void }) {
  return (
    <Segments
      label={i18n.t('work.whose.title')}
      value={whose}
      options={[
        { value: 'mine', text: i18n.t('work.whose.mine') },
        { value: 'all', text: i18n.t('work.whose.all') },
      ]}
      onChange={setWhose}
    />
  );
}

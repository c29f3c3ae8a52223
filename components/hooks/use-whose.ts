import { useRemembered } from '../leads/use-remembered.ts';
import { useSetting } from './use-setting.ts';

export type Whose = 'mine' | 'all';

/**
 * Whose work is shown, the same wherever it is asked. Out: what is chosen and the way to choose, both undefined for who gave no
 * name; the name to go by, '' for everybody's; undefined until known.
 */
export function useWhose() {
  const [settings] = useSetting('work');
  const [whose, setWhose] = useRemembered<Whose>('work.whose', 'mine');
  const named = Boolean(settings?.myName);
  return {
    choice: named ? { whose, setWhose } : undefined,
    name: settings && (whose === 'mine' ? settings.myName : ''),
  };
}

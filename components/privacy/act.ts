import { i18n } from '#i18n';
import { sayError } from '../ui/toast.tsx';

/** Does it, and says so when it did not work. Out: whether it worked. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (cause) {
    sayError(i18n.t('privacy.failed', [cause instanceof Error ? cause.message : String(cause)]), {
      label: i18n.t('privacy.retry'),
      run: () => void attempt(work),
    });
    return false;
  }
}

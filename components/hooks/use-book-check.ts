import { useEffect } from 'react';
import { createBackupClient } from '../../lib/backup/client.ts';
import { getBookReport } from '../../lib/backup/vault.ts';
import { openBook } from '../../lib/storage/book.ts';

const day = 24 * 3_600_000;
/** Whoever opens the workspace wants to work first. */
const later = 10_000;

/** Looks through the book in a worker once a day, some time after a page was opened. What it finds is kept for the page of backups. */
export function useBookCheck(): void {
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const report = await getBookReport(await openBook());
      if (stopped || (report && Math.abs(Date.now() - report.at) < day)) return;
      const client = createBackupClient();
      try {
        await client.ask('check', null);
      } finally {
        client.close();
      }
    };
    // A book that cannot be opened says so itself.
    const timer = setTimeout(() => void look().catch(() => undefined), later);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);
}

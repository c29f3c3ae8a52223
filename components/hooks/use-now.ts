import { useEffect, useState } from 'react';

/** The time, told anew every minute, and at once when the page is looked at again. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tell = () => setNow(Date.now());
    const clock = setInterval(tell, 60_000);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(clock);
      document.removeEventListener('visibilitychange', tell);
    };
  }, []);
  return now;
}

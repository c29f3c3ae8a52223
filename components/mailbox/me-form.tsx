import { useState } from 'react';
import { i18n } from '#i18n';
import { type MailChoice, neverEntry } from '../hooks/use-mailbox-settings.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';

type Me = Pick<MailChoice, 'myAddresses' | 'myDomains'>;

const entries = (typed: string): string[] => typed.split(/[\s,;，；、]+/).filter((one) => one !== '');

/** What is wrong with a list of addresses or domains; undefined where nothing is. */
function wrongIn(typed: string, isAddress: boolean): string | undefined {
  return entries(typed).find((one) => neverEntry(one) === '' || neverEntry(one).includes('@') !== isAddress);
}

/** Who "me" and "my firm" are: taken from the mailbox where it shows them, put right here. */
export function MeForm({ me, onKeep }: { me: Me; onKeep: (me: Me) => Promise<void> }) {
  const [addresses, setAddresses] = useState<string>();
  const [domains, setDomains] = useState<string>();
  const shownAddresses = addresses ?? me.myAddresses.join(', ');
  const shownDomains = domains ?? me.myDomains.join(', ');
  const wrong = { addresses: wrongIn(shownAddresses, true), domains: wrongIn(shownDomains, false) };
  const bad = (what: string | undefined) => what !== undefined && { error: i18n.t('mailbox.me.bad', [what]) };
  const keep = async () => {
    if (wrong.addresses ?? wrong.domains) return;
    await onKeep({
      myAddresses: [...new Set(entries(shownAddresses).map(neverEntry))],
      myDomains: [...new Set(entries(shownDomains).map(neverEntry))],
    });
    setAddresses(undefined);
    setDomains(undefined);
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className="text-soft">{i18n.t('mailbox.me.why')}</p>
      <Field
        label={i18n.t('mailbox.me.addresses')}
        hint={i18n.t('mailbox.me.several')}
        {...(addresses !== undefined && bad(wrong.addresses))}
      >
        {(props) => <Input {...props} value={shownAddresses} onChange={(event) => setAddresses(event.target.value)} />}
      </Field>
      <Field label={i18n.t('mailbox.me.domains')} {...(domains !== undefined && bad(wrong.domains))}>
        {(props) => <Input {...props} value={shownDomains} onChange={(event) => setDomains(event.target.value)} />}
      </Field>
      <Button type="submit" className="self-start">
        {i18n.t('mailbox.me.keep')}
      </Button>
    </form>
  );
}

import type { PackState } from '../../lib/domain/schema/pack.ts';

const origin = '11111111-0000-4000-8000-000000000000';
const stamp = (at: number, by: 'user' | 'capture' = 'user') => ({ at, by, origin });
const register = (value: unknown, at = 5) => ({ value, stamp: stamp(at) });

const state: PackState = {
  leads: [
    {
      ids: ['00000000-0000-4000-8000-000000000001'],
      kind: 'company',
      createdAt: 1,
      fields: { name: register('Glasbau Lindner GmbH'), website: register('https://www.glasbau-lindner.example') },
      lists: { emails: { 'emails:info@glasbau-lindner.example': register('info@glasbau-lindner.example') } },
      places: {},
      life: { deleted: false, at: 0, origin: '' },
    },
    {
      ids: ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'],
      kind: 'person',
      createdAt: 2,
      fields: {
        name: register('Erika Lindner', 7),
        companyId: register('00000000-0000-4000-8000-000000000001'),
        jobTitle: { value: 'Head of Purchasing', stamp: stamp(6, 'capture') },
        'own.budget': register(50),
      },
      lists: { tags: { 'tags:glass': register('glass') } },
      places: {
        name: [{ url: 'https://www.glasbau-lindner.example/team', at: 2, detector: 'text', snippet: 'Erika Lindner' }],
      },
      life: { deleted: false, at: 0, origin: '' },
    },
  ],
  interactions: [],
  tasks: [],
};

/** A pack of a firm and one of its people, as another install would hand it over. */
export const aPack = {
  ...state,
  format: 'leadlight-pack' as const,
  version: 1 as const,
  origin,
  by: 'Anna',
  madeAt: 9,
  ownFields: [],
  profiles: [],
};

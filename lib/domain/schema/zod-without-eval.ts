import { config } from 'zod/v4';

// Zod tries at first use whether text may become code, to be faster where it may. Here it never may, and Chromium
// notes each try as a violation. The build puts this file in the place of `zod`.
config({ jitless: true });

export * from 'zod/v4';

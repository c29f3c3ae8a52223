import { z } from 'zod';

// Run from outside, code generation is allowed at first and refused later; the extension never has it.
z.config({ jitless: true });

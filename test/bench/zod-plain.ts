import { z } from 'zod';

// The protocol that brings a script into a page may generate code where the page itself may not, and zod would believe it.
z.config({ jitless: true });

import { CalendarClockIcon, CircleDotIcon, type LucideIcon, MailIcon, PhoneIcon } from 'lucide-react';
import type { TaskKind } from '../../lib/domain/schema/task.ts';

/** The picture of a kind of task or touch. */
export const kindIcons: Record<TaskKind, LucideIcon> = {
  call: PhoneIcon,
  mail: MailIcon,
  meeting: CalendarClockIcon,
  other: CircleDotIcon,
};

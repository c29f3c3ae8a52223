import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { BookGate } from '../../components/fault/book-gate.tsx';
import { namedSection } from '../../components/hooks/use-section.ts';
import { LockCover } from '../../components/privacy/lock-cover.tsx';
import { firstSection, sections } from '../../components/workspace/sections.ts';
import { Workspace } from '../../components/workspace/workspace.tsx';
import { trustOwnScripts } from '../../lib/own-scripts.ts';
import { openBook } from '../../lib/storage/book.ts';
import '../sidepanel/style.css';

trustOwnScripts();
document.documentElement.lang = i18n.t('panel.locale');
document.documentElement.dir = i18n.t('panel.direction');

// What is asked for comes while React still begins; should it not come, the page says so.
const asked = namedSection() || firstSection;
for (const ahead of [sections.find(({ id }) => id === asked)?.load(), openBook()]) ahead?.catch(() => undefined);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LockCover>
        <BookGate>
          <Workspace />
        </BookGate>
      </LockCover>
    </StrictMode>,
  );

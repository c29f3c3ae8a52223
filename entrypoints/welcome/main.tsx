import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { FirstPage } from '../../components/first/first-page.tsx';
import { LockCover } from '../../components/privacy/lock-cover.tsx';
import { trustOwnScripts } from '../../lib/own-scripts.ts';
import '../sidepanel/style.css';

trustOwnScripts();
document.documentElement.lang = i18n.t('panel.locale');
document.documentElement.dir = i18n.t('panel.direction');

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LockCover>
        <FirstPage />
      </LockCover>
    </StrictMode>,
  );

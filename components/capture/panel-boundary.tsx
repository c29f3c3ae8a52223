import { Component, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';

/** A fault of ours in one view: said in words, with its reason and a way on, instead of an empty panel. Drafts are in the tray. */
export class PanelBoundary extends Component<{ children: ReactNode }, { reason: string | undefined }> {
  override state: { reason: string | undefined } = { reason: undefined };

  static getDerivedStateFromError(cause: unknown): { reason: string } {
    return { reason: cause instanceof Error ? cause.message : String(cause) };
  }

  override render(): ReactNode {
    if (this.state.reason === undefined) return this.props.children;
    return (
      <div role="alert" className="flex flex-col items-start gap-2 p-4">
        <p className="font-medium">{i18n.t('panel.fault')}</p>
        <p className="break-words text-sm text-soft">{this.state.reason}</p>
        <Button onClick={() => this.setState({ reason: undefined })}>{i18n.t('panel.again')}</Button>
      </div>
    );
  }
}

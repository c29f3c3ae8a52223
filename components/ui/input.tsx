import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { classNames } from './class-names.ts';

const box =
  'w-full min-w-0 rounded-md border border-edge bg-raised px-2 focus-visible:outline-offset-0 focus-visible:border-accent aria-invalid:border-danger disabled:opacity-50';

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input dir="auto" autoComplete="off" spellCheck={false} {...rest} className={classNames(box, 'h-7', className)} />
  );
}

/** Several lines; grows with what is typed. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      rows={2}
      {...rest}
      className={classNames(box, 'field-sizing-content resize-none py-1 max-h-48', className)}
    />
  );
}

/** The browser's own select: best by keyboard and on every system. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={classNames(box, 'h-7 pe-1', className)} />;
}

/**
 * A label above what it names, with an error or a hint below. The child gets `id`, `aria-describedby` and `aria-invalid`.
 */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  children: (props: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const said = error ?? hint;
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id} className="text-sm text-soft">
        {label}
      </label>
      {children({
        id,
        ...(said !== undefined && { 'aria-describedby': `${id}-said` }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
      })}
      {said !== undefined && (
        <p id={`${id}-said`} className={classNames('text-sm', error === undefined ? 'text-soft' : 'text-danger')}>
          {said}
        </p>
      )}
    </div>
  );
}

import { CheckIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { floats } from './floats.ts';
import { Kbd } from './kbd.tsx';

const item =
  'flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-[highlighted]:bg-accent-wash data-[disabled]:opacity-50';

/** A menu on a button: `<Menu trigger={<IconButton …/>}> <MenuItem …/> </Menu>`. */
export function Menu({
  trigger,
  children,
  align = 'end',
  modal = false,
  onCloseAutoFocus,
  ...rest
}: { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' } & Pick<
  ComponentProps<typeof Radix.Root>,
  'open' | 'onOpenChange' | 'modal'
> &
  Pick<ComponentProps<typeof Radix.Content>, 'onCloseAutoFocus'>) {
  return (
    <Radix.Root modal={modal} {...rest}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floats()}>
        <Radix.Content
          align={align}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-40 max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg bg-raised p-1 shadow-float forced-colors:border"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  keys,
  className,
  children,
  danger = false,
  ...rest
}: ComponentProps<typeof Radix.Item> & { keys?: string; danger?: boolean }) {
  return (
    <Radix.Item {...rest} className={classNames(item, danger && 'text-danger', className)}>
      <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Radix.Item>
  );
}

export function MenuCheck({ className, children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem {...rest} className={classNames(item, className)}>
      <span className="inline-flex size-4 items-center justify-center">
        <Radix.ItemIndicator>
          <CheckIcon size={14} aria-hidden="true" />
        </Radix.ItemIndicator>
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </Radix.CheckboxItem>
  );
}

export function MenuLabel(props: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label {...props} className="px-2 pt-1 pb-0.5 text-sm text-soft" />;
}

export function MenuLine() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-line" />;
}

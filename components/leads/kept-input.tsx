import { type ComponentProps, useState } from 'react';
import { Input } from '../ui/input.tsx';

/** An input that is kept when it is left or Enter is pressed, and follows the book otherwise. */
export function KeptInput({
  value,
  onKeep,
  ...rest
}: { value: string; onKeep: (value: string) => void } & Omit<ComponentProps<typeof Input>, 'value' | 'onChange'>) {
  const [typed, setTyped] = useState<string>();
  const keep = () => {
    if (typed !== undefined && typed.trim() !== value) onKeep(typed.trim());
    setTyped(undefined);
  };
  return (
    <Input
      {...rest}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation();
          setTyped(undefined);
        }
      }}
    />
  );
}

// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { goToSection, namedSection, useSection } from '../../../../components/hooks/use-section.ts';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

describe('the page that the address names', () => {
  it('is another one at once, before the browser tells of it', () => {
    const { result } = renderHook(() => useSection('leads'));
    expect(result.current).toMatchObject({ id: 'leads', rest: [] });
    act(() => goToSection('leads', 'a/b c'));
    expect(result.current).toMatchObject({ id: 'leads', rest: ['a/b c'] });
    act(() => result.current.go('board'));
    expect(result.current).toMatchObject({ id: 'board', rest: [] });
  });

  it('is found in an address that was broken on its way', () => {
    window.location.hash = '#/leads/%E4%';
    expect(namedSection()).toBe('leads');
    expect(renderHook(() => useSection('leads')).result.current.rest).toEqual(['%E4%']);
  });
});

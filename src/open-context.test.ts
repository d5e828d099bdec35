import { describe, expect, it, vi } from 'vitest';
import { lazyRegister } from './open-context.ts';

describe('the register of a process', () => {
  it('is opened when first asked for, once, and again after it could not be opened', async () => {
    const open = vi.fn(async () => ({ close: async () => undefined }));
    open.mockRejectedValueOnce(new Error('not yet'));
    const register = lazyRegister(open);
    await expect(register.get()).rejects.toThrow('not yet');
    expect(await register.get()).toBe(await register.get());
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('stays closed: what asks for it late is refused, and nothing is left open', async () => {
    const close = vi.fn(async () => undefined);
    const open = vi.fn(async () => ({ close }));
    const register = lazyRegister(open);
    await register.get();
    await register.close();
    await expect(register.get()).rejects.toMatchObject({ code: 'interrupted' });
    expect(open).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledTimes(1);
  });
});

import { expect, it } from 'vitest';
import { lazyRegister } from './open-context.ts';

it('a register that was closed is not opened again: what is still under way must not keep a process that stops', async () => {
  let opened = 0;
  const register = lazyRegister(async () => {
    opened += 1;
    throw new Error('no database here');
  });
  await register.close();
  await expect(register.get()).rejects.toMatchObject({ code: 'interrupted' });
  expect(opened).toBe(0);
});

it('a failed attempt is tried again on the next use', async () => {
  let opened = 0;
  const register = lazyRegister(async () => {
    opened += 1;
    throw new Error('no database yet');
  });
  await expect(register.get()).rejects.toThrow('no database yet');
  await expect(register.get()).rejects.toThrow('no database yet');
  expect(opened).toBe(2);
});

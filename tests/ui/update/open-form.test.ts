import { afterEach, describe, expect, test, vi } from 'vitest'
import { holdOpenForm, isFormOpenAnywhere, isFormOpenHere, whenNoFormIsOpen } from '../../../src/ui/update/open-form.ts'

afterEach(() => vi.unstubAllGlobals())

describe('an open form', () => {
  test('is known in this tab until it closes', async () => {
    const close = holdOpenForm()
    expect(isFormOpenHere()).toBe(true)
    expect(await isFormOpenAnywhere()).toBe(true)
    close()
    expect(isFormOpenHere()).toBe(false)
    await expect.poll(isFormOpenAnywhere).toBe(false)
  })

  test('of two, both must close; closing one twice closes only one', async () => {
    const [closeOne, closeTwo] = [holdOpenForm(), holdOpenForm()]
    closeOne()
    closeOne()
    expect(isFormOpenHere()).toBe(true)
    closeTwo()
    expect(isFormOpenHere()).toBe(false)
  })

  test('is seen by another tab', async () => {
    const close = holdOpenForm()
    await expect.poll(heldBySomeone).toBe(true)
    close()
    await expect.poll(heldBySomeone).toBe(false)
  })

  test('of another tab is seen here', async () => {
    let close = () => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    void navigator.locks.request('maillage-open-form', { mode: 'shared' }, () => closed)
    await expect.poll(isFormOpenAnywhere).toBe(true)
    expect(isFormOpenHere()).toBe(false)
    close()
    await expect.poll(isFormOpenAnywhere).toBe(false)
  })

  test('makes a reload wait until it closes', () => {
    const reload = vi.fn()
    const close = holdOpenForm()
    whenNoFormIsOpen(reload)
    expect(reload).not.toHaveBeenCalled()
    close()
    expect(reload).toHaveBeenCalledOnce()
    whenNoFormIsOpen(reload)
    expect(reload).toHaveBeenCalledTimes(2)
  })

  test('is still known here where a browser has no locks', async () => {
    vi.stubGlobal('navigator', {})
    const close = holdOpenForm()
    expect(await isFormOpenAnywhere()).toBe(true)
    close()
    expect(await isFormOpenAnywhere()).toBe(false)
  })
})

async function heldBySomeone(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === 'maillage-open-form')
}

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

type Way = 'up' | 'down'

export interface Wire {
  port: number
  /** From now on a connection is reset once it has brought so many bytes to the server. */
  cutAfter(bytes: number): void
  /** How many bytes have gone towards the server. */
  brought(): number
  /** From now on so many bytes a second pass each way, whatever the number of connections, each piece so many ms late. */
  slow(bytesPerSecond: number, latency?: number): void
  /** From now on what goes this way stays on the way, as if it were sent in vain; what still has an end when it opens arrives. */
  close(way: Way): void
  /** All passes again. */
  open(): void
  end(): void
}

/** So many pieces a second, of a link that is slow. */
const pieces = 20

/** A line between phone and server that breaks as a bad link does: what had arrived has arrived, the rest is lost. */
export const startWire = async (target: number): Promise<Wire> => {
  const joined = new Set<Socket>()
  const shut: Record<Way, Promise<void> | undefined> = { up: undefined, down: undefined }
  const freeAt: Record<Way, number> = { up: 0, down: 0 }
  let [most, total, rate, delay] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
  let reopen = () => {}

  /** Until this much has its turn. */
  const turn = async (way: Way, bytes: number) => {
    await shut[way]
    if (rate === Number.POSITIVE_INFINITY) return
    const begin = Math.max(performance.now(), freeAt[way])
    freeAt[way] = begin + (bytes / rate) * 1_000
    await wait(freeAt[way] - performance.now() + delay)
  }
  const carry = async (from: Socket, to: Socket, way: Way) => {
    let brought = 0
    for await (const part of from as AsyncIterable<Buffer>) {
      const step = rate === Number.POSITIVE_INFINITY ? part.length : Math.max(1, Math.ceil(rate / pieces))
      for (let at = 0; at < part.length; at += step) {
        const room = way === 'up' ? Math.max(0, most - brought) : step
        const piece = part.subarray(at, at + Math.min(step, room))
        await turn(way, piece.length)
        brought += piece.length
        if (way === 'up') total += piece.length
        to.write(piece)
        if (way === 'up' && brought >= most) throw new Error('cut')
      }
    }
  }
  const join = (phone: Socket) => {
    const server = connect(target, 'localhost')
    for (const side of [phone, server]) {
      joined.add(side)
      side.setNoDelay()
      side.on('error', () => {})
      side.on('close', () => joined.delete(side))
    }
    carry(phone, server, 'up')
      .catch(() => phone.resetAndDestroy())
      .finally(() => server.end())
    carry(server, phone, 'down').then(
      () => phone.end(),
      () => phone.resetAndDestroy(),
    )
  }
  const wire = createServer(join)
  await new Promise<void>((resolve) => wire.listen(0, resolve))
  return {
    port: (wire.address() as AddressInfo).port,
    cutAfter: (bytes) => {
      most = bytes
    },
    brought: () => total,
    slow: (bytesPerSecond, latency = 0) => {
      rate = bytesPerSecond
      delay = latency
    },
    close: (way) => {
      shut[way] = new Promise<void>((done) => {
        reopen = done
      })
    },
    open: () => {
      most = rate = Number.POSITIVE_INFINITY
      shut.up = shut.down = undefined
      reopen()
    },
    end: () => {
      for (const side of joined) side.destroy()
      wire.close()
    },
  }
}

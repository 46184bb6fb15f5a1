import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CuttingWire {
  url: string
  /** From now on a connection is reset once it has brought so many bytes to the server. */
  cutAfter(bytes: number): void
  /** How many bytes have gone towards the server. */
  brought(): number
  close(): void
}

/** A line between phone and server that breaks as a bad link does: what had arrived has arrived, the rest is lost. */
export const startCuttingWire = async (target: string): Promise<CuttingWire> => {
  const port = Number(new URL(target).port)
  const open = new Set<Socket>()
  let [most, total] = [Number.POSITIVE_INFINITY, 0]
  const wire = createServer((phone) => {
    const server = connect(port, 'localhost')
    let brought = 0
    const end = () => {
      phone.destroy()
      server.end()
      open.delete(phone)
    }
    open.add(phone)
    phone.on('data', (part) => {
      const rest = part.subarray(0, Math.max(0, most - brought))
      brought += rest.length
      total += rest.length
      server.write(rest)
      if (brought < most) return
      server.end()
      phone.resetAndDestroy()
      open.delete(phone)
    })
    server.pipe(phone)
    for (const side of [phone, server]) {
      side.on('error', end)
      side.on('close', end)
    }
  })
  await new Promise<void>((resolve) => wire.listen(0, resolve))
  return {
    url: `http://localhost:${(wire.address() as AddressInfo).port}`,
    cutAfter: (bytes) => {
      most = bytes
    },
    brought: () => total,
    close: () => {
      for (const phone of open) phone.destroy()
      wire.close()
    },
  }
}

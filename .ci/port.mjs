import { connect, createServer } from 'node:net'

export const host = '127.0.0.1'

/** The wanted port, or the first free one after it. */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 100; port++) if (await isFree(port)) return port
  throw new Error(`No port is free between ${wanted} and ${wanted + 99}.`)
}

/** Asks both ways: where another program listens on every address, macOS and Windows still let us listen on this one. */
const isFree = async (port) => !(await answers(port)) && (await canListen(port))

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 })
    const settle = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => settle(true))
    socket.on('timeout', () => settle(false))
    socket.on('error', () => settle(false))
  })
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

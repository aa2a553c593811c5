import { createServer } from 'node:https'

// Signed by itself, so that no browser trusts it, and of use for nothing else. It lasts for a hundred years.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQYZPgYuSlnXNvl9C
SxiZGLgBsAHjGSizJkCMYWbuHDKhRANCAATh9kXF4fBAtbJ1e3LDqAN+2ygXXWua
HkhFI+cK4Q1XpFj8Gt3yRceWBLsobaiHWpQg/ceTxZ76HBg44tQN0maF
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUDIYUzhybgtxB+6QP5cQukMfK3nMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzA4NTM0M1oYDzIxMjYxMDMw
MDg1MzQzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATh9kXF4fBAtbJ1e3LDqAN+2ygXXWuaHkhFI+cK4Q1XpFj8Gt3yRceW
BLsobaiHWpQg/ceTxZ76HBg44tQN0maFo2QwYjAdBgNVHQ4EFgQUB4hAfe2aXi3b
hC73dbAExgLCTtUwHwYDVR0jBBgwFoAUB4hAfe2aXi3bhC73dbAExgLCTtUwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
ICzWCEglbI/H/XK6xDC375hgG7+QovNheClCCh37iZWBAiEArMppEsZbVxRbwd/G
nseGXezejDirjCeY4l8awoVckuk=
-----END CERTIFICATE-----`

/** A server that speaks https alone, with a certificate that no browser trusts; `asked` counts what got through. */
export async function startTlsServer(): Promise<{ port: number; asked: () => number; close: () => void }> {
  let asked = 0
  const server = createServer({ key, cert }, (_request, response) => {
    asked++
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    asked: () => asked,
    close: () => server.close(),
  }
}

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Files } from './pages/Files'
import { Sending } from './pages/Sending'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

test('a request as a program sends what Parley sent, and a command for curl becomes a conversation again', async ({
  page,
  parley,
  endpoint,
}) => {
  const defaults = { stream: true, stream_options: { include_usage: true }, top_p: 0.5 }
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }), defaults })
  const files = new Files(page)
  const sending = new Sending(page)
  const panel = page.getByRole('dialog', { name: 'Code' })
  const save = panel.getByRole('button', { name: 'Save file' })
  const choose = (language: string) => panel.getByRole('radio', { name: language }).check()
  await parley.send(`It's "so": $HOME \`x\` \\n 😀`)
  const reply = parley.thread.reply()
  await reply.has('done')

  await reply.choose('Code of this request')
  await expect(panel.getByText("import OpenAI from 'openai'")).toBeVisible()
  expect(await faults(page)).toEqual([])
  await choose('fetch')
  const { name, text } = await files.saved(save)
  expect(name).toBe('request.mjs')
  const { stdout } = await run('node', ['--input-type=module', '-e', text], { cwd: root })
  expect(stdout).toContain(`It's "so": $HOME`)
  const [own, theirs] = await endpoint.completions()
  expect(theirs?.body).toEqual(own?.body)
  await choose('curl')
  await expect(panel.getByText('curl -N')).toBeVisible()
  const { text: command } = await files.saved(save)
  await panel.getByRole('switch', { name: 'Streamed' }).click()
  await expect(panel.getByText('curl -N')).toHaveCount(0)
  await expect(panel.getByText('stream_options')).toHaveCount(0)
  await page.keyboard.press('Escape')

  await parley.composer.field.fill('What follows.')
  await sending.line.click()
  await sending.dialog.getByRole('button', { name: 'As code' }).click()
  await choose('Python')
  await expect(panel.getByText('"What follows."')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  // A command that is put into the composer can be opened as what it sends, and stays there.
  const pasted = command.replace('curl -N', "curl -N -H 'Authorization: Bearer sk-secret-secret-123'")
  await parley.composer.field.fill(pasted)
  await page.getByRole('button', { name: 'Open as a request' }).click()
  await expect(files.rows).toContainText([/To http.*completions\. That is Test server\./])
  await expect(files.rows).toContainText(['(sk-…-123). It is not kept.'])
  await expect(files.importDialog).not.toContainText('sk-secret-secret-123')
  expect(await faults(page)).toEqual([])
  await files.importDialog.getByRole('button', { name: 'Save it as the key of Test server' }).click()
  await expect(files.importDialog.getByText('Saved as the key of Test server.')).toBeVisible()
  await files.confirm.click()
  await expect(files.notice).toContainText('1 conversation imported.')
  await expect(parley.thread.messages).toHaveCount(1)
  expect(await endpoint.completions()).toHaveLength(2)
  await parley.thread.message('user').choose('Ask for a reply here')
  await reply.has('done')
  const again = (await endpoint.completions())[2]
  expect(again?.body).toEqual(own?.body)
  expect(again?.headers['authorization']).toBe('Bearer sk-secret-secret-123')
})

import { type Page, expect } from '@playwright/test'
import { Compare } from './Compare'
import { Composer } from './Composer'
import { Library } from './Library'
import { Outline } from './Outline'
import { Parameters } from './Parameters'
import { Search } from './Search'
import { Settings } from './Settings'
import { Thread } from './Thread'

/** What a test may find already chosen; the rest is as on the first visit. */
export interface Chosen {
  /** The base URL of an endpoint that is there and in use. */
  baseURL?: string
  /** Endpoints that are there besides: base URLs by name. */
  others?: Record<string, string>
  /** How that goes on from words that are put into the model's mouth; else it is not known to. */
  prefill?: 'no' | 'trailing' | 'prefix' | 'continue_final_message'
  /** The model last used with it. */
  model?: string
  /** What every new conversation has set. */
  defaults?: Record<string, unknown>
  /** What every new conversation merges into its requests. */
  defaultExtraBody?: Record<string, unknown>
  theme?: 'light' | 'dark'
  stallSeconds?: number
  /** How often a busy server is asked again by itself; else never, so that a test sees each failure. */
  retries?: number
}

const endpointAt = (baseURL: string) => ({ id: 'test', name: 'Test server', baseURL, headers: [] })

/** The page as a reader sees it. Everything is found by its role and its name. */
export class Parley {
  readonly page: Page
  readonly composer: Composer
  readonly library: Library
  readonly compare: Compare
  readonly outline: Outline
  readonly parameters: Parameters
  readonly search: Search
  readonly settings: Settings
  readonly thread: Thread

  constructor(page: Page) {
    this.page = page
    this.composer = new Composer(page)
    this.library = new Library(page)
    this.compare = new Compare(page)
    this.outline = new Outline(page)
    this.parameters = new Parameters(page)
    this.search = new Search(page)
    this.settings = new Settings(page)
    this.thread = new Thread(page)
  }

  /** Opens the page on its first visit, or with something chosen before; what a test chooses later is kept. */
  async open(chosen?: Chosen, address = '/'): Promise<void> {
    if (chosen) {
      const { baseURL, others = {}, prefill, model, retries = 0, ...rest } = chosen
      const endpoints = Object.entries(others).map(([name, url]) => ({ ...endpointAt(url), id: name, name }))
      if (baseURL) endpoints.unshift({ ...endpointAt(baseURL), ...(prefill && { prefill }) })
      const settings = {
        version: 1,
        endpoints,
        ...(baseURL && { endpoint: 'test' }),
        ...(model && { models: { test: model } }),
        ...rest,
      }
      await this.page.addInitScript(
        (kept) => {
          // In frames without an origin there is nothing to keep it in.
          if (self.origin === 'null') return
          for (const [name, value] of Object.entries(kept))
            if (localStorage.getItem(name) === null) localStorage.setItem(name, value)
        },
        { 'parley.settings': JSON.stringify(settings), 'parley.retries': JSON.stringify(retries) },
      )
    }
    await this.page.goto(address)
    await expect(this.page.locator('#early')).toHaveCount(0)
    await expect(this.composer.field).toBeVisible()
  }

  /** Sends a message the way most people do. */
  async send(text: string): Promise<void> {
    await this.composer.field.fill(text)
    await this.composer.field.press('Enter')
  }

  get undo() {
    return this.page.locator('header').getByRole('button', { name: 'Undo' })
  }

  get redo() {
    return this.page.locator('header').getByRole('button', { name: 'Redo' })
  }

  /** A line that comes and goes, with what has happened. */
  notice(text: string | RegExp) {
    return this.page.getByRole('group', { name: 'Notices' }).filter({ hasText: text })
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  link(name: string | RegExp) {
    return this.page.getByRole('link', { name, exact: typeof name === 'string' })
  }
}

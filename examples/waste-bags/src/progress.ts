import { progress } from '@clack/prompts'

/** Shows how far a run is: a bar on a terminal, now and then a line elsewhere. */
export interface Progress {
  readonly advance: (by: number) => void
  readonly stop: (message: string) => void
}

export function progressOf(title: string, total: number): Progress {
  return process.stdout.isTTY && !process.env['CI'] ? bar(title, total) : lines(title, total)
}

function bar(title: string, total: number): Progress {
  const shown = progress({ max: total })
  shown.start(title)
  let done = 0
  return {
    advance: (by) => {
      done += by
      shown.advance(by, `${title}: ${done} of ${total}`)
    },
    stop: (message) => shown.stop(message),
  }
}

function lines(title: string, total: number): Progress {
  let done = 0
  let told = 0
  console.log(`${title} …`)
  return {
    advance: (by) => {
      done += by
      const quarter = Math.floor((4 * done) / total)
      if (quarter > told && quarter < 4) console.log(`  ${quarter * 25} %`)
      told = quarter
    },
    stop: (message) => console.log(message),
  }
}

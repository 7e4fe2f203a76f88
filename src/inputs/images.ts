// Which container gets which image: the lines of `images`, and the official action's `container-name` with `image`.
import type { Note } from '../domain/problem.ts'
import type { Ask } from './ask.ts'
import { every, lines, type Parser } from './fields.ts'
import type { ImageEdit } from './inputs.ts'
import { containerImage, hasUpperCaseRepository, image, type ContainerImage } from './names.ts'
import { shown } from './words.ts'

const imageLines: Parser<readonly ContainerImage[]> = (written) => every(lines(written), containerImage)

/** `containers`: what `container-name` lists; `edited`: another input changes them, too. */
export function readImages(asked: Ask, containers: readonly string[], edited: boolean): readonly ImageEdit[] {
  const fromLines = asked.read('images', imageLines) ?? []
  const one = asked.read('image', image)
  checkPair(asked, edited)

  const edits = [
    ...fromLines.map((edit) => ({ ...edit, input: 'images' })),
    ...(one === undefined ? [] : containers.map((container) => ({ container, image: one, input: 'container-name' })))
  ]
  const first = new Map<string, ImageEdit>()
  for (const edit of edits) {
    const earlier = first.get(edit.container)
    if (earlier === undefined) first.set(edit.container, edit)
    else if (earlier.image !== edit.image) {
      asked.conflict(
        'images',
        `the container \`${edit.container}\` gets ${shown(earlier.image)} from \`${earlier.input}\` and ${shown(edit.image)} from \`${edit.input}\``,
        'Name the container once.'
      )
    }
  }
  return [...first.values()]
}

function checkPair(asked: Ask, edited: boolean): void {
  const [container, image] = [asked.has('container-name'), asked.has('image')]
  if (container && !image && !edited) {
    asked.missing('image', {
      found: '`container-name` is given, and `image` and everything else that changes a container is empty',
      expected: 'an image, or another input that changes the container',
      remedy: 'Give `image` a value; if it comes from a step, check the step’s `id` and the name of its output.'
    })
  }
  if (image && !container) {
    asked.missing('container-name', {
      found: '`image` is given and `container-name` is empty',
      expected: 'both or neither',
      remedy: 'Give `container-name` the name of the container that gets the image, or write `images: container=image`.'
    })
  }
}

export function imageNotes(edits: readonly ImageEdit[]): readonly Note[] {
  return edits
    .filter((edit) => hasUpperCaseRepository(edit.image))
    .map((edit) => ({
      level: 'warning',
      says: `The image ${shown(edit.image)} has upper-case letters in its repository; container runtimes refuse to pull such a name.`,
      remedy: 'Write the repository in lower case.'
    }))
}

/** One line per file that differs. */
export function differences(shipped: string, built: string): readonly string[]
/** Lines of `git status` for the folder; empty outside a work tree. */
export function uncommitted(root: string, folder: string): readonly string[]

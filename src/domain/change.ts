// One difference between the revision that serves now and the one to deploy, told by the name of things and not by their place.

export interface Change {
  /** As a person would say it: `containers.app.image`, `containers.app.environment.LOG_LEVEL`, `cpu`. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Undefined where values are never shown (environment, secrets, labels), and where there is none. */
  readonly from: string | undefined
  readonly to: string | undefined
}

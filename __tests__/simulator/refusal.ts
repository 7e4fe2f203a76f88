/** An error answer of AWS: HTTP 400 (500 for its own faults) and `{"__type", "message"}`. [PROBE] G */
export class Refusal extends Error {
  readonly type: string
  readonly status: number

  constructor(type: string, message: string, status = 400) {
    super(message)
    this.name = 'Refusal'
    this.type = type
    this.status = status
  }
}

export function refuse(type: string, message: string, status = 400): never {
  throw new Refusal(type, message, status)
}

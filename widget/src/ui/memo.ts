import { Component, type FunctionComponent, h } from 'preact'

/** Draws again only when a property is another object: a long conversation stays cheap. */
export function memo<P extends object>(draw: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P) {
      return Object.keys(next).some((key) => next[key as keyof P] !== (this.props as P)[key as keyof P])
    }

    override render() {
      return h(draw, this.props as P)
    }
  }
  return Memo as unknown as FunctionComponent<P>
}

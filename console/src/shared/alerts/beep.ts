let context: AudioContext | null = null

const melodies = {
  new: [
    [880, 0],
    [1174.66, 0.14],
  ],
  again: [[880, 0]],
} as const

/** Two soft tones for a new conversation, one for words that wait. Made on the spot; no file to load. */
export function beep(kind: keyof typeof melodies) {
  // Browsers give no sound to a page nobody has touched yet.
  if (navigator.userActivation?.hasBeenActive === false) return
  try {
    context ??= new AudioContext()
    if (context.state === 'suspended') void context.resume()
    for (const [frequency, delay] of melodies[kind]) {
      const start = context.currentTime + delay
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.type = 'sine'
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0, start)
      volume.gain.linearRampToValueAtTime(0.18, start + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35)
      tone.connect(volume).connect(context.destination)
      tone.start(start)
      tone.stop(start + 0.4)
    }
  } catch {
    // A browser without sound still shows everything.
  }
}

import './mark.css'

/** The mark of 回响: a voice and its echo. */
export function Mark({ className, size }: { className?: string; size?: number }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path d="M21.5 8.2a9.6 9.6 0 1 0 0 15.6" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" />
      <path d="M18.2 12.6a4.6 4.6 0 1 0 0 6.8" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" opacity=".55" />
      <circle cx="25.6" cy="16" r="2.1" fill="currentColor" />
    </svg>
  )
}

export function Wordmark() {
  return (
    <span className="wordmark">
      <Mark size={30} />
      <b>回响</b>
      <span>Huixiang</span>
    </span>
  )
}

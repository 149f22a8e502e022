import type { ComponentChildren } from 'preact'

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7"
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export const SmileIcon = () => (
  <Icon><circle cx="12" cy="12" r="8.5" /><path d="M8.6 14.2c.8 1.3 2 2 3.4 2s2.6-.7 3.4-2" /><path d="M9.2 9.6v.5M14.8 9.6v.5" stroke-width="2.2" /></Icon>
)
export const PictureIcon = () => (
  <Icon><rect x="3.5" y="5" width="17" height="14" rx="2.5" /><circle cx="9" cy="10" r="1.6" /><path d="m4 16.5 4.6-4 3.6 3 3.2-3.6 5 4.8" /></Icon>
)
export const SendIcon = () => (
  <Icon size={18}><path d="M20 4 3.8 10.6c-.5.2-.5.9 0 1.1l6 2.5 2.5 6c.2.5.9.5 1.1 0L20 4Z" /><path d="m9.9 14.1 4.2-4.2" /></Icon>
)
export const CloseIcon = ({ size = 16 }: { size?: number }) => <Icon size={size}><path d="m6 6 12 12M18 6 6 18" /></Icon>
export const ChevronDownIcon = () => <Icon size={20}><path d="m6 9.5 6 6 6-6" /></Icon>
export const ArrowDownIcon = () => <Icon size={16}><path d="M12 5v14M6.5 13.5 12 19l5.5-5.5" /></Icon>
export const MoreIcon = () => (
  <Icon><path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.8" /></Icon>
)
export const HeadsetIcon = () => (
  <Icon size={16}><path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2" /><rect x="3.5" y="13" width="4" height="6" rx="1.6" /><rect x="16.5" y="13" width="4" height="6" rx="1.6" /><path d="M18.5 19c0 1.6-1.8 2.4-4.5 2.4" /></Icon>
)
export const QuoteIcon = () => (
  <Icon size={16}><path d="M9 7 4.5 11.5 9 16" /><path d="M5 11.5h9a5 5 0 0 1 5 5V18" /></Icon>
)
export const CopyIcon = () => (
  <Icon size={16}><rect x="9" y="9" width="11" height="11" rx="2" /><path d="M5 15H4.8A1.8 1.8 0 0 1 3 13.200V4.8A1.8 1.8 0 0 1 4.8 3h8.400A1.8 1.8 0 0 1 15 4.800V5" /></Icon>
)
export const FileIcon = () => (
  <Icon><path d="M6.5 3.500h7l4.5 4.500v11a1.5 1.5 0 0 1-1.5 1.500h-10A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.500Z" /><path d="M13.5 3.500V8H18" /></Icon>
)
export const WarnIcon = () => (
  <Icon size={16}><path d="M12 4 3.3 19h17.400L12 4Z" /><path d="M12 10v4M12 16.600v.01" stroke-width="2" /></Icon>
)
export const CloudOffIcon = () => (
  <Icon size={16}><path d="M4 4l16 16" /><path d="M8 8.200A5.5 5.5 0 0 0 6.5 19H17M11 6.600A6 6 0 0 1 17.6 11 4 4 0 0 1 20.3 17" /></Icon>
)

/** The echo: a voice and two arcs that answer. */
export const EchoMark = ({ size = 36 }: { size?: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
    <circle class="mark-ground" cx="18" cy="18" r="18" />
    <g fill="none" stroke="#fff" stroke-linecap="round" stroke-width="2.5">
      <path d="M15.6 11.600a8.8 8.8 0 0 1 0 12.8" />
      <path d="M20.6 8.600a13.4 13.4 0 0 1 0 18.8" opacity=".62" />
    </g>
    <circle cx="11.8" cy="18" r="2.2" fill="#fff" />
  </svg>
)

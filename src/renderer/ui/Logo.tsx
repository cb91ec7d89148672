// The app's mark: the letter of its name around a point under the finger. The same drawing as resources/icon.svg.

/** @param size edge in CSS pixels */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="24 24 464 464" aria-hidden focusable="false">
      <rect x="24" y="24" width="464" height="464" rx="112" fill="#0f5c63" />
      <path
        d="M176 400V152a24 24 0 0 1 24-24h76a92 92 0 0 1 0 184h-44"
        fill="none"
        stroke="#fffdfa"
        strokeWidth="44"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="272" cy="220" r="30" fill="#e7b79b" />
    </svg>
  )
}

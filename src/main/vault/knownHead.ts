// What is known of a vault's newest head: from the file beside its database, and from the profile's marker.
import { headSealer, isAhead, openHeadFile, type Head, type HeadSealer } from './head.ts'
import type { Marker } from './marker.ts'
import { vaultFiles } from './vaultFolder.ts'

/**
 * The head in the profile's marker; if it was sealed under another key of the vault, the generation that it had.
 * Such a vault has had its keys changed, here or on another computer, or is one from before that.
 */
export function rememberedHead(
  marker: Marker,
  vaultId: string,
  sealer: HeadSealer,
): { head: Head | null; generation: number } {
  const remembered = marker.headOf(vaultId)
  const head = remembered === null ? null : (sealer.open(remembered.sealed)?.head ?? null)
  return { head, generation: head === null ? (remembered?.generation ?? 0) : 0 }
}

/** The newest head of a vault that is known: beside its database in a folder, or in the marker. */
export function knownHead(
  folder: string,
  marker: Marker,
  { key, vaultId }: { readonly key: Buffer; readonly vaultId: string },
) {
  const sealer = headSealer(key, vaultId)
  const headFile = openHeadFile(vaultFiles(folder).head, sealer)
  try {
    return newestHead(headFile.found, rememberedHead(marker, vaultId, sealer).head)
  } finally {
    headFile.close()
    sealer.forget()
  }
}

export function newestHead(own: Head | null, other: Head | null): Head | null {
  if (own === null || other === null) return own ?? other
  return isAhead(other, own) ? other : own
}

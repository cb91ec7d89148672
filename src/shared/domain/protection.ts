// What protects what: the cases that people ask about, in plain words. The page of the guide has the same words (a test holds
// them together), and nothing is said here that no test or trial shows.

export interface ProtectionCase {
  readonly title: string
  /** What holds. */
  readonly holds: string
  /** What does not, or what is left to do. */
  readonly limit: string
}

export const protectionCases: readonly ProtectionCase[] = [
  {
    title: 'The laptop is stolen, switched off',
    holds:
      'The thief finds your records encrypted. Without your passphrase or recovery code nobody reads a word of them, and each try at the passphrase costs the thief time.',
    limit:
      'A passphrase that is easy to guess is guessed all the same. Palpate says so when you choose one. A paper with the code in the laptop’s bag opens everything. If you unlock with this computer, so does the password of your account.',
  },
  {
    title: 'It is stolen while Palpate is locked',
    holds:
      'The same. A lock overwrites the key, and ends the programs that held your words. Palpate locks by itself when you are away, and when the computer sleeps.',
    limit:
      'What the system wrote to its own disk before that, to make room in memory or to hibernate, Palpate can’t take back. The disk encryption of your system covers that. If you unlock with this computer, whoever is in your account opens Palpate.',
  },
  {
    title: 'It is stolen, or looked at, while Palpate is open',
    holds:
      'Nothing keeps anybody from reading what is open. The lock after idle minutes ends that; you choose how many.',
    limit: 'Lock with Ctrl+L (⌘L) whenever you leave the room.',
  },
  {
    title: 'The stick with the backups is lost',
    holds:
      'A backup is encrypted like your records, and has no client’s name on it. It opens with the passphrase or the recovery code of the day on which it was made.',
    limit:
      'A new passphrase does not change older backups. If somebody may know the old one, destroy what they could have, and make new keys.',
  },
  {
    title: 'You forget the passphrase',
    holds:
      'The recovery code opens your records, and you set a new passphrase. No network and no other person is needed.',
    limit: 'Without passphrase and code nobody opens them, we neither. Keep the code on paper, away from the computer.',
  },
  {
    title: 'Ransomware, or another program, writes over the files',
    holds:
      'Palpate notices that its files were changed, says so, and no longer calls anything saved. A damaged copy never takes the place of a good backup, and a disk that is not the one it was is not written to.',
    limit:
      'Whatever is plugged in can be written over too. Keep two disks in turn, and one of them unplugged, in another place.',
  },
  {
    title: 'A court or an authority wants the records',
    holds:
      'There is no second key, and nobody but you can open them. You can hand over one client’s whole file as a PDF, and it shows when each note was signed, and what was added later.',
    limit:
      'Palpate does not decide whether you have to. Ask a lawyer, or your professional body, before you give anything away, and before you erase anything.',
  },
  {
    title: 'Somebody else uses the same computer',
    holds:
      'With an account of their own they cannot read Palpate’s files. With yours they find a locked Palpate, unless you unlock with this computer: wrong tries have to wait longer and longer.',
    limit:
      'Whoever can write to your files can delete them, or put back an older state; the latter Palpate notices. An administrator, or a program that spies on you, sees what you see.',
  },
  {
    title: 'A sync service copies the folder',
    holds: 'It gets encrypted files, and can read nothing in them.',
    limit:
      'Services that write files back while Palpate has them open can damage or mix them. Keep the vault outside such a folder, and add the folder as a backup place instead.',
  },
]

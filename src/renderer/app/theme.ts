// The look: Mantine's theme and our own tokens, light and dark. Text pairs keep a contrast of at least 4.5 : 1.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const tide: MantineColorsTuple = [
  '#e8f3f3',
  '#d0e4e4',
  '#a3cacb',
  '#73aeb0',
  '#4b9497',
  '#2b7d82',
  '#0f5c63',
  '#0c4d53',
  '#0a4045',
  '#073236',
]

const ember: MantineColorsTuple = [
  '#fbeee6',
  '#f5dccd',
  '#eab99c',
  '#de9367',
  '#d2713b',
  '#c35f30',
  '#a9491f',
  '#8e3d1a',
  '#743216',
  '#5a2711',
]

// Warm like paper, in place of Mantine's cool grey.
const gray: MantineColorsTuple = [
  '#faf7f2',
  '#efeae1',
  '#e8e1d6',
  '#ddd5c8',
  '#b8ae9f',
  '#857c6f',
  '#6d665b',
  '#544e45',
  '#3a3530',
  '#26302f',
]

const dark: MantineColorsTuple = [
  '#e4e7e3',
  '#c3c9c5',
  '#a1aaa6',
  '#87918d',
  '#4d5855',
  '#343c3a',
  '#1b201f',
  '#181d1c',
  '#131716',
  '#0d100f',
]

/** Warm for failures and warnings, our accent for information. */
const alertVars = (_: unknown, { color }: { color?: string | undefined }) => {
  const tone = color === 'ember' ? 'warn' : 'accent'
  return { root: { '--alert-bg': `var(--p-${tone}-soft)`, '--alert-color': `var(--p-${tone})` } }
}

/**
 * The list itself scrolls, so that assistive technology knows what scrolls it: the box that it belongs to. It has room
 * above its field or below it, wherever that is in the window.
 */
const plainList = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 'min(220px, 50vh - 50px)', overflowY: 'auto' } },
} as const

/** A list lies beside its field and never over it, and is not cut by the form that it is in. */
const besideItsField = {
  defaultProps: { floatingStrategy: 'fixed', middlewares: { flip: true, shift: true } },
} as const

/** Where there is no room on either side of its button, it lies over the button and not beyond the window's edge. */
const withinTheWindow = {
  defaultProps: { middlewares: { flip: true, shift: { crossAxis: true, padding: 8 } } },
} as const

/** Stylesheets use these as `--mantine-font-size-sm`, …: no text has another size. */
const fontSizes = {
  xxs: '11px',
  xs: '12px',
  sm: '12.5px',
  control: '13px',
  md: '14px',
  lg: '16px',
  xl: '19px',
} as const

export const theme = createTheme({
  fontFamily: '"Inter Variable", Inter, system-ui, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes,
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.35' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: fontSizes.xl, lineHeight: '1.3' },
      h2: { fontSize: fontSizes.lg, lineHeight: '1.35' },
      h3: { fontSize: fontSizes.md, lineHeight: '1.4' },
    },
  },
  colors: { tide, ember, gray, dark },
  primaryColor: 'tide',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '11px', xl: '16px' },
  defaultRadius: 'md',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 6px 24px rgba(31, 38, 36, 0.12)',
    lg: '0 10px 36px rgba(31, 38, 36, 0.16)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontSize: fontSizes.control } } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 20,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: {
        content: { background: 'var(--p-panel)' },
        header: { background: 'var(--p-panel)' },
        title: { fontSize: fontSizes.lg, fontWeight: 650 },
      },
    },
    Popover: withinTheWindow,
    Menu: withinTheWindow,
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Alert: { vars: alertVars },
    Input: { vars: () => ({ wrapper: { '--input-fz': fontSizes.md } }) },
    InputWrapper: {
      styles: { label: { marginBottom: 4 } },
      vars: () => ({
        label: { '--input-asterisk-color': 'var(--p-warn)' },
        description: { '--input-description-size': fontSizes.sm },
        error: { '--input-error-size': fontSizes.sm },
      }),
    },
    Combobox: besideItsField,
    Select: plainList,
    Autocomplete: plainList,
    TagsInput: plainList,
    // A folder's path is read in full, not pushed sideways.
    Code: { styles: { root: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } } },
    Checkbox: { styles: { label: { fontSize: fontSizes.md } } },
    Switch: { styles: { label: { fontSize: fontSizes.md }, description: { fontSize: fontSizes.sm } } },
    Notification: { defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Close' } } },
    SegmentedControl: { styles: { label: { fontSize: fontSizes.control } } },
  },
})

/** Our tokens beside Mantine's: `--p-ground`, `--p-panel`, … Components use these, never raw colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--p-rail': '#12363a',
    '--p-rail-ink': '#d5e3e2',
    '--p-rail-active': '#1e4d52',
    '--p-rail-good': '#8fd4a6',
    '--p-rail-alarm': '#f8bd98',
  },
  light: {
    '--mantine-color-body': '#f6f3ee',
    '--mantine-color-text': '#26302f',
    '--mantine-color-dimmed': '#626a67',
    '--mantine-color-placeholder': '#6d7572',
    '--mantine-color-default': '#fffdfa',
    '--mantine-color-default-hover': '#f3eee6',
    '--mantine-color-default-border': '#e0d9cd',
    '--mantine-color-error': '#9c2f24',
    '--mantine-color-disabled-color': '#7b7265',
    '--p-ground': '#f6f3ee',
    '--p-panel': '#fffdfa',
    '--p-sunken': '#efeae1',
    '--p-line': '#e6e0d6',
    '--p-ink': '#26302f',
    '--p-muted': '#626a67',
    '--p-accent': '#0f5c63',
    '--p-accent-soft': '#e1eeee',
    '--p-on-accent': '#ffffff',
    '--p-warn': '#9c4524',
    '--p-warn-soft': '#fbeee6',
    '--p-unconfirmed': '#fff6dc',
    '--p-unconfirmed-ink': '#6f5200',
    '--p-better': '#1f6b3a',
    '--p-worse': '#9c2f24',
    '--p-body': '#e9e2d8',
    '--p-body-line': '#a69c8f',
    '--p-body-shade': '#8d8172',
  },
  dark: {
    '--mantine-color-body': '#181d1c',
    '--mantine-color-text': '#e4e7e3',
    '--mantine-color-dimmed': '#a1aaa6',
    '--mantine-color-placeholder': '#97a09c',
    '--mantine-color-default': '#222827',
    '--mantine-color-default-hover': '#2a3130',
    '--mantine-color-default-border': '#3a4341',
    '--mantine-color-error': '#f0988d',
    '--mantine-color-disabled-color': '#87918d',
    '--p-ground': '#181d1c',
    '--p-panel': '#212726',
    '--p-sunken': '#131716',
    '--p-line': '#343c3a',
    '--p-ink': '#e4e7e3',
    '--p-muted': '#a1aaa6',
    '--p-accent': '#6fb9bd',
    '--p-accent-soft': '#1d3a3c',
    '--p-on-accent': '#0d1f20',
    '--p-warn': '#efa27c',
    '--p-warn-soft': '#3b271d',
    '--p-unconfirmed': '#3a3218',
    '--p-unconfirmed-ink': '#ecd58c',
    '--p-better': '#86cf9f',
    '--p-worse': '#f0988d',
    '--p-body': '#4a4f4c',
    '--p-body-line': '#7d857f',
    '--p-body-shade': '#2b302e',
  },
})

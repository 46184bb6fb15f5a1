/** Drawings that no first screen shows. */
export const phoneIcon = {
  path: 'M6.2 4.5h3l1.4 4-2 1.6a11 11 0 0 0 5.3 5.3l1.6-2 4 1.4v3a1.6 1.6 0 0 1-1.8 1.7C10.7 18.9 5.1 13.3 4.5 6.3a1.6 1.6 0 0 1 1.7-1.8z',
}
export const messageIcon = { path: 'M4.5 5.5h15v10.5h-8l-3.8 3v-3h-3.2zM8.5 9.5h7M8.5 12.5h4.5' }
export const mailIcon = { path: 'M4 6.5h16v11.5H4zM4.3 7 12 13l7.7-6' }
export const cardIcon = {
  path: 'M4 6h16v12.5H4zM7.5 15.5c.300-1.7 1.3-2.6 2.7-2.6s2.4.9 2.7 2.6M10.2 10.8a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8zM15.5 10h2M15.5 13h2',
}
export const clockIcon = { path: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.5V12l3 2' }
export const trashIcon = { path: 'M5 7.5h14M9.5 7.5V5h5v2.5M7 7.5 8 20h8l1-12.5M10.5 11v5.5M13.5 11v5.5' }
export const penIcon = { path: 'M5 19l.8-3.8L16 5a1.8 1.8 0 0 1 2.6 0l.4.4A1.8 1.8 0 0 1 19 8L8.8 18.2z' }
export const downloadIcon = { path: 'M12 4.5V15M7.5 11 12 15.5 16.5 11M5 19.5h14' }

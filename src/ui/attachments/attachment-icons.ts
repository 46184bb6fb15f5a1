export const cameraIcon = {
  path: 'M4.5 7.5h3l1.5-2.5h6l1.5 2.5h3V19h-15zM12 16.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z',
}
export const pictureIcon = { path: 'M4.5 5h15v14h-15zM4.5 16l4.5-4.5 3.5 3.5 2.5-2.5 4.5 4.5M15.5 9.5h.01' }
export const documentIcon = { path: 'M7 4h6.5L18 8.5V20H7zM13 4.5V9h4.5M9.5 13h6M9.5 16h6' }

/** Where it went wrong, without the message: it may quote what somebody wrote. */
export const traceOf = (error: Error & { code?: unknown }): string =>
  [`error ${error.name} ${String(error.code ?? '')}`, ...(error.stack?.match(/^\s+at .*/gm) ?? [])].join('\n')

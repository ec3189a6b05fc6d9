import { z } from 'zod'

// zod compiles its checks with eval where it may; our content security policy says it may not. Imported before anything that parses.
z.config({ jitless: true })

#!/usr/bin/env node
import { main } from '@vanzelf/cli/command'

await main()

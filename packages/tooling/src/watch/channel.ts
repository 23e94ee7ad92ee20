/** By which way something leaves a program. */
export type Channel = 'an error' | 'its output' | 'the output of a process' | 'a row of a ledger' | 'a trace or measure'

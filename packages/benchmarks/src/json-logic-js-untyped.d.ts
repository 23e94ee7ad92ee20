// The package comes without types.
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: unknown, input: unknown): unknown }
  export = jsonLogic
}

/** What a row is about, and its figures. */
export type Row = readonly [about: string, ...figures: readonly string[]]

/** A table of figures. */
export function Table({ head: [first, ...others], rows }: { readonly head: Row; readonly rows: readonly Row[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((name) => (
            <th scope="col" class="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([about, ...figures]) => (
          <tr>
            <th scope="row">{about}</th>
            {figures.map((figure) => (
              <td class="number">{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The text that both discounts of Ghent put into rules; its header was seen, its articles were not. */
export const REGULATION =
  'Gent, retributie voor prestaties geleverd door de Dienst Kinderopvang en het Stedelijk Onderwijs Gent (2020_GRMW_00621, gewijzigd door 2022_GR_00592)'

/** On which the register and the file of the childcare service are asked. */
export const REGISTER = "the city's authorisation for the National Register; number not found"
export const CHILDCARE = 'own file of the childcare service of Ghent; article not seen'

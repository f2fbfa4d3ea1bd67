// As much of JMESPath (https://jmespath.org/specification.html) as the scripts use; anything else is an error.
const pattern = /\.?(@|[A-Za-z_]\w*)|\[(\d+)\]|\[\]|\[\?((?:[^\]`']|`[^`]*`|'[^']*')+)\]/gy

function query(text, value) {
  let projected = false
  // Of its own: conditions are queries too.
  const steps = new RegExp(pattern)
  while (steps.lastIndex < text.length) {
    const at = steps.lastIndex
    const found = steps.exec(text)
    if (!found) throw new Error(`the fake does not understand the query ${text.slice(at)}`)
    const [step, name, index, condition] = found
    const apply = part => name === '@' ? part : name ? part?.[name] ?? null : part?.[Number(index)] ?? null
    if (step === '[]' || condition) {
      value = (Array.isArray(value) ? value : []).filter(part => !condition || holds(condition, part))
      projected = true
    } else {
      value = projected ? value.map(apply).filter(part => part !== null) : apply(value)
    }
  }
  return value
}

function holds(condition, part) {
  return condition.split('||').some(any => any.split('&&').every(one => {
    const [, path, operator, text, json] = /^\s*([\w.]+)\s*(==|!=)\s*(?:'([^']*)'|`([^`]*)`)\s*$/.exec(one)
    return (query(path, part) === (text ?? JSON.parse(json))) === (operator === '==')
  }))
}

// As azure-cli's knack writes it: a line for each item, booleans in lower case, nothing for null.
function tsv(value) {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(tsv).join('')
  return `${typeof value === 'object' ? JSON.stringify(value) : value}\n`
}

module.exports = { query, tsv }

import { useText } from '@/shared/i18n/text'
import type { AuditEntry } from './api'
import { differencesOf } from './difference'
import { fieldInWords, valueInWords, type Names } from './words'

/** What one act changed, field by field: what was, and what is now. */
export function ChangeShown({ entry, names }: { entry: AuditEntry; names: Names }) {
  const t = useText()
  const differences = differencesOf(entry.before, entry.after)
  return (
    <div className="audit-change">
      {entry.reason && (
        <p>
          <span className="faint">{t('audit.reason')}</span> {entry.reason}
        </p>
      )}
      {differences.length === 0 ? (
        <p className="faint small">{t('audit.no-fields')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ path, before, after }) => (
              <tr key={path.join('/')}>
                <th scope="row">{fieldInWords(path, t, names)}</th>
                <td>{entry.before != null && before !== undefined ? <del>{valueInWords(before, path, t, names)}</del> : <span className="faint">{t('audit.nothing')}</span>}</td>
                <td>{entry.after != null && after !== undefined ? <ins>{valueInWords(after, path, t, names)}</ins> : <span className="faint">{t('audit.nothing')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
